// Everything that the app needs in Azure, in one new resource group. What each part is for: README.md beside this file.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the environment; it becomes the name of the resource group and part of all other names.')
param environmentName string

@minLength(1)
@description('Region of all resources. It must offer Flex Consumption.')
param location string

@description('Region of the Durable Task Scheduler, where it is not offered in the other one.')
param schedulerLocation string = location

@description('Where runs are kept. The package must be built for the same backend.')
param durableBackend 'azureStorage' | 'durableTaskScheduler' = 'azureStorage'

@description('Object id of who deploys; may then write the secrets into the vault. Empty: nobody may.')
param principalId string = ''

@description('Kind of that principal.')
param principalType 'User' | 'ServicePrincipal' | 'Group' = 'User'

@description('Truto\'s address.')
param trutoBaseUrl string = 'https://api.truto.one'

@minLength(1)
@description('Id of the connected FuseDesk account at Truto.')
param trutoIntegratedAccountId string

@secure()
@description('API token of the Truto environment. Empty: the secret is left as it is in the vault.')
param trutoApiToken string = ''

@secure()
@description('Secret that Truto signs its webhook deliveries with. Empty: the secret is left as it is in the vault.')
param trutoWebhookSecret string = ''

@minLength(1)
@description('When live chats are audited: NCrontab, seconds first, in UTC. The host reads it from the app settings, so it must be there.')
param escalationAuditSchedule string = '0 */5 * * * *'

@description('The audited departments, separated by semicolons. Empty, here and below: the app\'s own default.')
param escalationAuditDepartments string = ''

@description('Days on which the timer audits, such as Mon-Fri.')
param escalationAuditDays string = ''

@description('Hours in which the timer audits, such as 08:00-18:00.')
param escalationAuditHours string = ''

@description('Whose clock days and hours mean, such as Europe/Berlin.')
param escalationAuditTimeZone string = ''

@description('In which form escalation reports are posted to the address in the secret escalation-webhook-url. Empty: they are not posted.')
param escalationWebhookFormat '' | 'auto' | 'slack' | 'teams' = ''

@secure()
@description('Address that escalation reports are posted to. Empty: the secret is left as it is in the vault.')
param escalationWebhookUrl string = ''

@description('Name of an Azure OpenAI model to deploy, for example gpt-4.1-mini. Empty: none; the app then summarizes by itself.')
param openAiModel string = ''

@description('Version of that model. Empty: the default version of the region.')
param openAiModelVersion string = ''

@description('Where the model answers: in the region only, in its data zone, or anywhere. Not every model is offered in all three.')
param openAiSku 'Standard' | 'DataZoneStandard' | 'GlobalStandard' = 'Standard'

@description('Thousands of tokens a minute that the model may use.')
@minValue(1)
param openAiCapacity int = 50

@description('Instead of that, the address of a model elsewhere, such as https://api.openai.com/v1. Its key is the secret openai-api-key.')
param otherModelUrl string = ''

@description('Name of the model elsewhere.')
param otherModel string = ''

@secure()
@description('Key of the model elsewhere. Empty: the secret is left as it is in the vault.')
param otherModelApiKey string = ''

@description('Client id of the Entra app registration that people sign in to the console with. Empty: nobody may open it.')
param consoleClientId string = ''

@description('Object id of the Entra group that may see the console. Empty: whoever the registration lets in.')
param consoleReaderGroup string = ''

@description('Object id of the Entra group that may approve writes. Empty: nobody may.')
param consoleApproverGroup string = ''

@description('Any other settings of the app by their names, with two underscores for a colon. None may be a secret.')
param appSettings object = {}

@description('Where alerts are sent. Empty: they are only shown in the portal.')
param alertEmail string = ''

@description('Whether to alert when the escalation audit has not run for 15 minutes. It knows of days and hours, not of pauses in the schedule.')
param auditAlert bool = true

@description('Most instances of the app at once. The quota of FuseDesk is the limit long before; this one bounds the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance, in MB. One instance works on ten activities at once.')
param instanceMemoryMB 512 | 2048 | 4096 = 2048

@description('Instances that are kept warm for requests, and as many for runs. They are paid for day and night.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

var token = uniqueString(subscription().id, environmentName, location)
var postsEscalations = !empty(escalationWebhookFormat)
var usesOtherModel = !empty(otherModelUrl)

// What is not given here is not set there: the app has its own defaults.
var optionalSettings = {
  EscalationAudit__Departments: escalationAuditDepartments
  EscalationAudit__Days: escalationAuditDays
  EscalationAudit__Hours: escalationAuditHours
  EscalationAudit__TimeZone: escalationAuditTimeZone
  EscalationAudit__WebhookFormat: escalationWebhookFormat
  OpenAI__BaseUrl: otherModelUrl
  OpenAI__Model: otherModel
  Console__Access: empty(consoleClientId) ? '' : 'entra'
  Console__ApproverGroup: consoleApproverGroup
}

var tags = { 'azd-env-name': environmentName, app: 'FuseDeskFlows' }

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    keepsRuns: durableBackend == 'azureStorage'
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
    writerPrincipalId: principalId
    writerPrincipalType: principalType
    secrets: {
      'truto-api-token': trutoApiToken
      'truto-webhook-secret': trutoWebhookSecret
      'escalation-webhook-url': escalationWebhookUrl
      'openai-api-key': otherModelApiKey
    }
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableBackend == 'durableTaskScheduler') {
  scope: group
  params: {
    name: 'dts-${token}'
    location: schedulerLocation
    tags: tags
    appPrincipalId: identity.outputs.principalId
  }
}

module openAi 'modules/openai.bicep' = if (!empty(openAiModel)) {
  scope: group
  params: {
    name: 'oai-${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    model: openAiModel
    modelVersion: openAiModelVersion
    sku: openAiSku
    capacity: openAiCapacity
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    packageContainerUri: storage.outputs.packageContainerUri
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyInstances: alwaysReadyInstances
    consoleClientId: consoleClientId
    consoleGroups: empty(consoleReaderGroup)
      ? []
      : filter([consoleReaderGroup, consoleApproverGroup], group => !empty(group))
    settings: {
      Truto__BaseUrl: trutoBaseUrl
      Truto__IntegratedAccountId: trutoIntegratedAccountId
      Truto__ApiToken: vault.outputs.references['truto-api-token']
      Truto__Webhook__Secret: vault.outputs.references['truto-webhook-secret']
      EscalationAuditSchedule: escalationAuditSchedule
      ...toObject(
        filter(items(optionalSettings), setting => !empty(setting.value)),
        setting => setting.key,
        setting => setting.value
      )
      ...(postsEscalations ? { EscalationAudit__WebhookUrl: vault.outputs.references['escalation-webhook-url'] } : {})
      ...(usesOtherModel ? { OpenAI__ApiKey: vault.outputs.references['openai-api-key'] } : {})
      ...(empty(openAiModel)
        ? {}
        : { AzureOpenAI__Endpoint: openAi!.outputs.endpoint, AzureOpenAI__Deployment: openAi!.outputs.deployment })
      ...(durableBackend == 'durableTaskScheduler'
        ? {
            DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
          }
        : {})
      ...appSettings
    }
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    poisonQueue: storage.outputs.poisonQueue
    email: alertEmail
    auditAlert: auditAlert
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
