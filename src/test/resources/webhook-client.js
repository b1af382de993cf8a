// Verifies webhooks with the npm package standardwebhooks and their events with ajv against the schema.
// node webhook-client.js SCHEMA < JSON {secret, id, timestamp, signature, body}; prints how many events fit.
const { Webhook } = require('standardwebhooks');
const Ajv = require('ajv/dist/2020');
const fs = require('fs');
const got = JSON.parse(fs.readFileSync(0, 'utf8'));
const events = new Webhook(got.secret).verify(got.body, {
  'webhook-id': got.id, 'webhook-timestamp': got.timestamp, 'webhook-signature': got.signature });
const ajv = new Ajv({ strict: false });
require('ajv-formats')(ajv);
const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
ajv.addSchema(schema, 'events');
for (const e of events) {
  const fits = ajv.getSchema('events#/$defs/' + e.type);
  if (!fits || !fits(e.data)) { console.error(e, fits && fits.errors); process.exit(1); }
}
console.log(events.length);
