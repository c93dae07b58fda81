// The secrets of the app. Every reading is logged.

param name string
param location string
param tags object

@description('Workspace for the audit log.')
param workspaceId string

@description('Object id of the app\'s identity.')
param appPrincipalId string

@description('Object id of who may write secrets; empty for nobody.')
param writerPrincipalId string
param writerPrincipalType string

@secure()
@description('Values by name; where one is empty, the vault keeps what it has.')
param secrets object

// Reads the values of secrets; sees no keys or certificates and changes nothing.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

// Writes secrets; cannot give others access.
var keyVaultSecretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

var names = ['truto-api-token', 'truto-webhook-secret', 'escalation-webhook-url', 'openai-api-key']

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // A vault's name stays taken until it is purged. Secrets can be issued anew, so the shortest time will do.
    softDeleteRetentionInDays: 7
    enablePurgeProtection: true
  }
}

// An empty value leaves what is in the vault alone, so that a deployment never has to carry the secrets.
resource values 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = [
  for name in names: if (!empty(secrets[name])) {
    parent: vault
    name: name
    tags: tags
    properties: { value: secrets[name] }
  }
]

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource writerWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(writerPrincipalId)) {
  name: guid(vault.id, writerPrincipalId, keyVaultSecretsOfficer)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsOfficer)
    principalId: writerPrincipalId
    principalType: writerPrincipalType
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output name string = vault.name
// By name, what a setting says instead of the value: an address, not a secret. Without a version, so that a new value is taken
// up without a deployment.
output references object = toObject(
  names,
  name => name,
  name => '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${name})'
)
