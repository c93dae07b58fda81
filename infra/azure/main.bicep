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

@description('When live chats are audited: NCrontab, seconds first, in UTC. The host reads it from the app settings, so it must be there.')
param escalationAuditSchedule string = '0 */5 * * * *'

@description('The audited departments, separated by semicolons.')
param escalationAuditDepartments string = 'Technical Support'

@description('Name of an Azure OpenAI model to deploy, for example gpt-4.1-mini. Empty: none; the app then summarizes by itself.')
param openAiModel string = ''

@description('Version of that model. Empty: the default version of the region.')
param openAiModelVersion string = ''

@description('Where the model answers: in the region only, in its data zone, or anywhere. Not every model is offered in all three.')
param openAiSku 'Standard' | 'DataZoneStandard' | 'GlobalStandard' = 'Standard'

@description('Thousands of tokens a minute that the model may use.')
@minValue(1)
param openAiCapacity int = 50

@description('Where alerts are sent. Empty: they are only shown in the portal.')
param alertEmail string = ''

@description('Whether to alert when the escalation audit has not run for 15 minutes. Only for a schedule without pauses.')
param auditAlert bool = false

@description('Most instances of the app at once. The quota of FuseDesk is the limit long before; this one bounds the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

var token = uniqueString(subscription().id, environmentName, location)
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
    trutoApiToken: trutoApiToken
    trutoWebhookSecret: trutoWebhookSecret
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
    settings: {
      Truto__BaseUrl: trutoBaseUrl
      Truto__IntegratedAccountId: trutoIntegratedAccountId
      Truto__ApiToken: vault.outputs.trutoApiTokenReference
      EscalationAuditSchedule: escalationAuditSchedule
      EscalationAudit__Departments: escalationAuditDepartments
      ...(empty(openAiModel)
        ? {}
        : { AzureOpenAI__Endpoint: openAi!.outputs.endpoint, AzureOpenAI__Deployment: openAi!.outputs.deployment })
      ...(durableBackend == 'durableTaskScheduler'
        ? {
            DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
          }
        : {})
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
