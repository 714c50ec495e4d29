// Everything Intake needs in Azure, in one resource group: azd up.
//
// Not deployed yet by those who wrote it: there was no Azure subscription at hand and no Bicep compiler. Property names
// and API versions were read against Microsoft's published type definitions and samples. Expect to fix small things at
// the first deployment, and then take this paragraph out.
//
// Whoever deploys must be allowed to assign roles (Owner, or Contributor with Role Based Access Control Administrator).

targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; the resource group is named after it.')
param environmentName string

@minLength(1)
@description('Azure region of all resources.')
param location string

@description('Whether the container app exists already. azd knows, and sets it.')
param functionsExists bool = false

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
@description('Redundancy of the storage account, which holds everything. Some regions have no zones (ZRS).')
param storageSku string = 'Standard_ZRS'

// A domain of one's own is not bound to the app here; and one bound by hand is lost when this is provisioned again.
@description('Where people reach Intake, without a slash at the end. Empty: the address Azure gives the app.')
param publicAddress string = ''

@description('Mailbox that contributions are sent to, for example call@example.org.')
param mailbox string = ''

@description('Mail server for receipts and digests. Empty: no mail is sent.')
param smtpHost string = ''

@description('Port of the mail server. Azure lets nothing out on port 25.')
param smtpPort string = '587'

@description('Whether the connection to the mail server is encrypted with STARTTLS.')
param smtpStartTls bool = true

@description('Sender of our mail; a name may stand before it: Intake <intake@example.org>.')
param smtpFrom string = ''

param smtpUser string = ''

@secure()
param smtpPassword string = ''

@description('Whether Azure AI Language finds languages and key phrases; else the embedded engine does.')
param useAzureLanguage bool = false

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var appName = 'ca-intake-${token}'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-intake-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    sku: storageSku
    principalId: identity.outputs.principalId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    name: 'cr${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-intake-${token}'
    insightsName: 'appi-intake-${token}'
    location: location
    tags: tags
  }
}

module language 'modules/language.bicep' = if (useAzureLanguage) {
  name: 'language'
  scope: group
  params: {
    name: 'lang-intake-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module image 'modules/image.bicep' = {
  name: 'image'
  scope: group
  params: {
    appName: appName
    exists: functionsExists
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  params: {
    name: appName
    managedEnvironmentName: 'cae-intake-${token}'
    location: location
    tags: tags
    hostId: 'intake-${token}'
    image: image.outputs.image
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    registryServer: registry.outputs.loginServer
    storageAccountName: storage.outputs.name
    workspaceName: monitoring.outputs.workspaceName
    insightsName: monitoring.outputs.insightsName
    languageEndpoint: useAzureLanguage ? language!.outputs.endpoint : ''
    publicAddress: publicAddress
    mailbox: mailbox
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpStartTls: smtpStartTls
    smtpFrom: smtpFrom
    smtpUser: smtpUser
    smtpPassword: smtpPassword
  }
}

// azd keeps these in its environment; it pushes the image to AZURE_CONTAINER_REGISTRY_ENDPOINT.
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.loginServer
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_STORAGE_ACCOUNT string = storage.outputs.name
output INTAKE_ADDRESS string = functions.outputs.address
