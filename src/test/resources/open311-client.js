// Drives the npm package open311 0.0.12 against an endpoint: discovery, list, definition, posting, reading, tokens.
// node open311-client.js DISCOVERY-URL API-KEY; prints what it got as a line of JSON.
const Open311 = require('open311');
const city = new Open311({ discovery: process.argv[2], apiKey: process.argv[3] });
const got = {};
const step = (name, next) => (err, data) => {
  if (err) { console.error(name, err, data); process.exit(1); }
  got[name] = data;
  next(data);
};
city.serviceDiscovery({ cache: true }, step('discovery', () =>
  city.serviceList(step('services', (services) =>
    city.serviceDefinition(services[0].service_code, step('definition', () =>
      city.submitRequest({ service_code: 'light', lat: 40.129, long: 124.354, description: '路灯不亮', attributes: { pole: 'L-7' } },
        step('posted', (posted) =>
          city.serviceRequests(posted[0].service_request_id, step('request', () =>
            city.serviceRequests([posted[0].service_request_id], { status: 'open' }, step('list', () =>
              city.submitRequest({ service_code: 'garbage', address_string: '站前路口' }, step('batch', () =>
                console.log(JSON.stringify(got))))))))))))))));
