// Durable Task Scheduler: keeps the runs in place of the storage account.

param name string
param location string
param tags object

@description('Object id of the app\'s identity.')
param appPrincipalId string

// Starts, queries, terminates and works on runs. The narrower Worker role cannot start or query them.
var durableTaskDataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // Flex Consumption has no fixed outgoing addresses. The identity is what protects the scheduler.
    ipAllowlist: ['0.0.0.0/0']
  }

  // The name is the hubName of host.json.
  resource hub 'taskHubs' = {
    name: 'FuseDeskFlows'
  }
}

// On the hub, not on the scheduler: the hubs of other apps stay closed to this one.
resource appWorks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler::hub.id, appPrincipalId, durableTaskDataContributor)
  scope: scheduler::hub
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output endpoint string = scheduler.properties.endpoint
