// A client of the TypeScript SDK, as other assistants are built on it: it asks one question and reads the report as a resource.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const client = new Client({ name: 'test', version: '1.0.0' });
await client.connect(new StreamableHTTPClientTransport(new URL(process.argv[2])));
const { tools } = await client.listTools();
const progress = [];
// The SDK itself holds the structured result against the tool's output schema.
const result = await client.callTool(
  { name: 'summarize_chat', arguments: { chatId: '10294' } }, undefined, { onprogress: told => progress.push(told.message) });
const link = result.content.find(block => block.type === 'resource_link');
const resource = await client.readResource({ uri: link.uri });
const fault = await client.callTool({ name: 'triage_case', arguments: { emial: 'sarah@examplecorp.com' } });
await client.close();
console.log(JSON.stringify({
  tools: tools.map(tool => tool.name),
  title: result.structuredContent.report.chat.title,
  resource: resource.contents[0].text,
  isError: fault.isError,
  progress,
}));
