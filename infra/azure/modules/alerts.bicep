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

// All three count lines of the log by words that no setting changes. The table traces has them whether the host writes them by
// Application Insights' own means, as here, or by OpenTelemetry; what it writes in the table requests depends on that.
var rules = [
  {
    name: 'poison'
    title: 'Case events could not be handled'
    description: 'They lie in ${poisonQueue}. Read them by GET /api/case-events/poison, mend the cause, and put them back by POST /api/case-events/replay.'
    enabled: true
    severity: 1
    window: 'PT10M'
    // Written by the app's timer WatchPoisonQueue every five minutes, as long as the queue is not empty. The metrics of storage
    // count the messages of all queues together and only once an hour.
    query: 'traces | where message startswith "Case events could not be handled" | summarize found = count()'
    operator: 'GreaterThan'
    threshold: 0
    // Over when the queue is empty.
    endsByItself: true
  }
  {
    name: 'failed-runs'
    title: 'A run failed'
    description: 'GET /api/runs?status=failed lists the failed runs, each with its error.'
    enabled: true
    severity: 2
    // Wider than the evaluations are apart, since lines may arrive minutes late.
    window: 'PT15M'
    // Written by Durable Functions, whatever the backend.
    query: 'traces | where message contains "(Orchestrator)\' failed with an error" | summarize found = count()'
    operator: 'GreaterThan'
    threshold: 0
    // A run that failed stays so: only a person can tell that it is dealt with.
    endsByItself: false
  }
  {
    name: 'audit-not-run'
    title: 'The escalation audit has not run for 15 minutes'
    description: 'Chats may be waiting unseen. Look whether the app runs, whether GET /api/runs shows an audit that waits or failed, and whether its schedule is right.'
    enabled: auditAlert
    severity: 1
    window: 'PT15M'
    // An audit that ended (Durable Functions' line), or none that was due (the line of the app's timer, outside of days and hours).
    query: 'traces | where message contains "\'ChatEscalationAudit (Orchestrator)\' completed" or message startswith "No audit is due" | summarize found = count()'
    operator: 'LessThan'
    threshold: 1
    // Over when audits end again.
    endsByItself: true
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
      autoMitigate: rule.endsByItself
      // What does not end is told of once an hour at most.
      ...(rule.endsByItself ? {} : { muteActionsDuration: 'PT1H' })
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
