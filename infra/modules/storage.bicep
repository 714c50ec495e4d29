// The one storage account that everything lives in: Intake's blobs, queues and tables, and the Functions host's own.
// Intake creates its containers, queues and tables itself when it starts.

param name string
param location string
param tags object
param sku string
param principalId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    // No account keys and nothing signed with them: only identities with a role get in.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Reached over the internet, guarded by roles. A virtual network with private endpoints is not set up here.
    publicNetworkAccess: 'Enabled'
  }
}

// Built-in roles, by the ids Azure gave them.
var roles = {
  // Not Contributor: the Functions host takes leases and keeps the access keys and its timers' state here.
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  // The blob trigger on inbound-email, when it polls, turns on the account's write log at start; no data role may.
  // It may also change the account, so it is more than we like: with Event Grid as the trigger's source it can go.
  storageAccountContributor: '17d1049b-9a84-46fb-8f53-869881c3d3ab'
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    scope: account
    name: guid(account.id, principalId, role.value)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

output name string = account.name
