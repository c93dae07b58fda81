// What someone should be woken for. The rules read the app's log, which host.json keeps out of sampling.

param token string
param location string
param tags object
param insightsId string
param poisonQueue string

@description('Where alerts are sent; empty for nowhere.')
param email string

@description('Whether the escalation audit is watched.')
param auditAlert bool

// Without a function of this name nothing is watched, see auditAlert.
var auditFunction = 'ChatEscalationAudit'

var rules = [
  {
    name: 'poison'
    title: 'A case event was given up'
    description: 'A message failed at every attempt and lies in ${poisonQueue}. Read it there, mend the cause, put it back.'
    enabled: true
    severity: 1
    window: 'PT5M'
    // Written by the queue trigger. Storage metrics count the messages of all queues together and only once an hour.
    query: 'traces | where message contains "Moving message to queue \'${poisonQueue}\'" | summarize found = count()'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'failed-runs'
    title: 'A run failed'
    description: 'GET /api/runs?status=failed lists the failed runs, each with its error.'
    enabled: true
    severity: 2
    window: 'PT5M'
    // Written by Durable Functions, whatever the backend.
    query: 'traces | where message contains "(Orchestrator)\' failed with an error" | summarize found = count()'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'audit-not-run'
    title: 'The escalation audit has not run for 15 minutes'
    description: 'Chats may be waiting unseen. Look whether the app runs and whether its schedule is right.'
    enabled: auditAlert
    severity: 1
    window: 'PT15M'
    // The host writes no request for what Durable Functions calls (tracing V2), but this line for each step of a run.
    query: 'traces | where message startswith "Executed \'Functions.${auditFunction}\' (Succeeded" | summarize found = count()'
    operator: 'LessThan'
    threshold: 1
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'FuseDesk'
    enabled: true
    emailReceivers: [{ name: 'email', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${rule.name}-${token}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.description
      enabled: rule.enabled
      severity: rule.severity
      scopes: [insightsId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      // The tables come with the first telemetry, after this deployment.
      skipQueryValidation: true
      // Stays until someone has looked.
      autoMitigate: false
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'found'
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [people.id] }
    }
  }
]
