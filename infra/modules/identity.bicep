// The identity Intake runs as. It is a resource of its own, not the app's, because the app needs its roles (to pull
// the image, to open the storage account) before it can start for the first time.

param name string
param location string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
