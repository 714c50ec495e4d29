// The function app: a container app of kind functionapp, which scales by the functions' triggers without rules of ours.

param name string
param managedEnvironmentName string
param location string
param tags object
param hostId string
param image string
param identityId string
param identityClientId string
param registryServer string
param storageAccountName string
param workspaceName string
param insightsName string
param languageEndpoint string
param publicAddress string
param mailbox string
param smtpHost string
param smtpPort string
param smtpStartTls bool
param smtpFrom string
param smtpUser string
@secure()
param smtpPassword string

@description('Never fewer copies. Not 0: a polling blob trigger wakes no app, so mail dropped into storage would lie there.')
@minValue(1)
param minReplicas int = 1

@description('Never more copies. Each takes up to 16 messages of each queue at once (host.json).')
param maxReplicas int = 10

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource managedEnvironment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: managedEnvironmentName
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    workloadProfiles: [
      { name: 'Consumption', workloadProfileType: 'Consumption' }
    ]
  }
}

var address = empty(publicAddress) ? 'https://${name}.${managedEnvironment.properties.defaultDomain}' : publicAddress

var hostSettings = [
  { name: 'FUNCTIONS_WORKER_RUNTIME', value: 'dotnet-isolated' }
  { name: 'AzureWebJobsStorage__accountName', value: storageAccountName }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
  // Which identity Azure's client libraries take when nothing else says so.
  { name: 'AZURE_CLIENT_ID', value: identityClientId }
  // The host's own page would hide Intake's.
  { name: 'AzureWebJobsDisableHomepage', value: 'true' }
  // Access keys live in the storage account, where the host makes them: files in a container are lost at a restart,
  // and the platform's default, the app's secrets, has no keys until somebody puts them there.
  { name: 'AzureWebJobsSecretStorageType', value: 'blob' }
  // The same for all copies and revisions: timers' locks, blob receipts and access keys are kept under this name.
  { name: 'AzureFunctionsWebHost__hostId', value: hostId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', secretRef: 'insights' }
]

// Those left empty are not set at all, so that Intake's own defaults hold.
var intakeSettings = filter(
  [
    { name: 'Intake__PublicAddress', value: address }
    { name: 'Intake__Mailbox', value: mailbox }
    { name: 'AzureLanguage__Endpoint', value: languageEndpoint }
    { name: 'Smtp__Host', value: smtpHost }
    { name: 'Smtp__Port', value: smtpPort }
    { name: 'Smtp__StartTls', value: string(smtpStartTls) }
    { name: 'Smtp__From', value: smtpFrom }
    { name: 'Smtp__User', value: smtpUser }
  ],
  setting => !empty(setting.value)
)

var passwordSettings = empty(smtpPassword) ? [] : [{ name: 'Smtp__Password', secretRef: 'smtp-password' }]

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  // azd finds the service of azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: managedEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // One revision at a time: two would share one host id, and the queues.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        // The Functions images listen on 80.
        targetPort: 80
        transport: 'auto'
        allowInsecure: false
      }
      registries: [
        { server: registryServer, identity: identityId }
      ]
      // A secret may not be empty.
      secrets: concat(
        [{ name: 'insights', value: insights.properties.ConnectionString }],
        empty(smtpPassword) ? [] : [{ name: 'smtp-password', value: smtpPassword }]
      )
    }
    template: {
      // No probes of ours: the platform's own see whether the port answers. /api/health also fails when storage does,
      // which no restart cures, and the placeholder image has no such page.
      containers: [
        {
          name: 'functions'
          image: image
          env: concat(hostSettings, intakeSettings, passwordSettings)
          // Consumption asks for twice as many GiB as cores; the PDF converter is what needs them.
          resources: { cpu: 1, memory: '2Gi' }
        }
      ]
      scale: { minReplicas: minReplicas, maxReplicas: maxReplicas }
    }
  }
}

output address string = address
