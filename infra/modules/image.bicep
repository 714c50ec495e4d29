// The image the app runs. azd provisions first and deploys the image later, so without this each provisioning of a
// running app would put the placeholder back in its place.

param appName string
param exists bool

// Microsoft's sample function app, which listens on the same port.
var placeholder = 'mcr.microsoft.com/azure-functions/dotnet8-quickstart-demo:1.0'

resource app 'Microsoft.App/containerApps@2025-07-01' existing = if (exists) {
  name: appName
}

output image string = exists ? app!.properties.template.containers[0].image : placeholder
