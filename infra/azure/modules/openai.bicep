// A language model for summaries. Without it the app summarizes by itself.

param name string
param location string
param tags object

@description('Object id of the app\'s identity.')
param appPrincipalId string
param model string
param modelVersion string
param sku string
param capacity int

// Calls deployed models; cannot deploy, tune or read keys.
var cognitiveServicesOpenAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    // Needed to sign in with an identity.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }

  resource deployment 'deployments' = {
    name: 'summaries'
    sku: { name: sku, capacity: capacity }
    properties: {
      model: union({ format: 'OpenAI', name: model }, empty(modelVersion) ? {} : { version: modelVersion })
      // A new version is tried out first, so none comes by itself as long as this one can be had.
      versionUpgradeOption: 'OnceCurrentVersionExpired'
    }
  }
}

resource appCalls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, cognitiveServicesOpenAiUser)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesOpenAiUser)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output endpoint string = account.properties.endpoint
output deployment string = account::deployment.name
