// Azure AI Language, for those who choose it over the embedded engine. The digest's method note then names it.

param name string
param location string
param tags object
param principalId string

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: { name: 'S' }
  properties: {
    // Only an account with a subdomain of its own accepts identities instead of keys.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

// Cognitive Services User: may call the account, not change it. (Cognitive Services Language Reader is narrower, but made
// for the Language portal.)
var cognitiveServicesUser = 'a97b65f3-24c7-4388-baec-2e87135dc908'

resource caller 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, principalId, cognitiveServicesUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesUser)
  }
}

output endpoint string = account.properties.endpoint
