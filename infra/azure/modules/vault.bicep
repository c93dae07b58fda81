// The secrets: Truto's token and the secret of its webhooks. Every reading is logged.

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
param trutoApiToken string

@secure()
param trutoWebhookSecret string

// Reads the values of secrets; sees no keys or certificates and changes nothing.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

// Writes secrets; cannot give others access.
var keyVaultSecretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

var trutoApiTokenName = 'truto-api-token'
var trutoWebhookSecretName = 'truto-webhook-secret'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // A vault's name stays taken until it is purged. Truto issues secrets anew, so the shortest time will do.
    softDeleteRetentionInDays: 7
    enablePurgeProtection: true
  }
}

// An empty parameter leaves what is in the vault alone, so that a deployment never has to carry the secrets.
resource token 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(trutoApiToken)) {
  parent: vault
  name: trutoApiTokenName
  tags: tags
  properties: { value: trutoApiToken, contentType: 'Truto API token' }
}

resource webhookSecret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(trutoWebhookSecret)) {
  parent: vault
  name: trutoWebhookSecretName
  tags: tags
  properties: { value: trutoWebhookSecret, contentType: 'Truto webhook secret' }
}

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
// An address, not a secret. Without a version, so that a new value is taken up without a deployment.
output trutoApiTokenReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${trutoApiTokenName})'
