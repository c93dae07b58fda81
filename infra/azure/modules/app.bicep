// The function app on Flex Consumption.

param token string
param location string
param tags object
param identityId string
param identityClientId string
param storageAccountName string

@description('Where the deployment package lies.')
param packageContainerUri string
param insightsConnectionString string
param maximumInstanceCount int
param instanceMemoryMB int

@description('Instances that are kept warm for requests, and as many for runs.')
param alwaysReadyInstances int

@description('Client id of the app registration that people sign in to the console with. Empty: nobody signs in.')
param consoleClientId string

@description('Object ids of the groups that may sign in. Empty: whoever the registration lets in.')
param consoleGroups array

@description('Settings of the app itself.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-${token}'
  location: location
  // azd finds the app by this tag; the value is the service's name in azure.yaml.
  tags: union(tags, { 'azd-service-name': 'functionapp' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        // Requests are answered by one group of instances, orchestrations and activities by another.
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              { name: 'http', instanceCount: alwaysReadyInstances }
              { name: 'durable', instanceCount: alwaysReadyInstances }
            ]
      }
    }
  }

  // Only identities deploy; there are no passwords to leak.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // People sign in to the console only: the routes of the API have keys, so who has not signed in is let through to them. The app itself
  // refuses its pages, and believes the name of a person only while this is on.
  resource authentication 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: !empty(consoleClientId) }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      login: { tokenStore: { enabled: false }, preserveUrlFragmentsForLogins: false }
      identityProviders: empty(consoleClientId)
        ? {}
        : {
            azureActiveDirectory: {
              enabled: true
              registration: {
                clientId: consoleClientId
                openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
              }
              validation: {
                allowedAudiences: [consoleClientId]
                defaultAuthorizationPolicy: empty(consoleGroups) ? {} : { allowedPrincipals: { groups: consoleGroups } }
              }
            }
          }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, {
      AzureWebJobsStorage__accountName: storageAccountName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // Tells DefaultAzureCredential which of the app's identities to use.
      AZURE_CLIENT_ID: identityClientId
    })
  }
}

output name string = app.name
