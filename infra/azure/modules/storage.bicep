// The storage account of the Functions host: deployment package, keys, leases, the queue of case events and, with the
// azureStorage backend, the runs themselves.

param name string
param location string
param tags object

@description('Object id of the app\'s identity.')
param appPrincipalId string

@description('Whether runs are kept in this account.')
param keepsRuns bool

// Blobs: the host keeps its function keys and its leases in containers that it makes itself, the platform reads the
// package, and Durable Functions keeps leases and large messages. Contributor covers it; Owner would add the right to
// change owners and access lists, which none of them does.
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

// Queues: the trigger receives, deletes and hides messages, and adds to the poison queue. Hiding is an update, which
// Message Processor may not do.
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

// Tables: history and state of runs; Durable Functions makes the tables itself.
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // A container that was deleted by mistake can be brought back for a week. Not so single blobs: leases are written every few
      // seconds, and each overwriting would be kept, too.
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
      deleteRetentionPolicy: { enabled: false }
    }

    resource packages 'containers' = {
      name: 'packages'
      properties: { publicAccess: 'None' }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource caseEvents 'queues' = {
      name: 'case-events'
    }

    resource poison 'queues' = {
      name: 'case-events-poison'
    }
  }
}

resource appBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, storageBlobDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Durable Functions makes its own queues, so the role must hold for the account.
resource appAllQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (keepsRuns) {
  name: guid(account.id, appPrincipalId, storageQueueDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource appTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (keepsRuns) {
  name: guid(account.id, appPrincipalId, storageTableDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// With the scheduler, two queues are all that the app touches.
resource appCaseEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!keepsRuns) {
  name: guid(account::queues::caseEvents.id, appPrincipalId, storageQueueDataContributor)
  scope: account::queues::caseEvents
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource appPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!keepsRuns) {
  name: guid(account::queues::poison.id, appPrincipalId, storageQueueDataContributor)
  scope: account::queues::poison
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output name string = account.name
output packageContainerUri string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
output poisonQueue string = account::queues::poison.name
