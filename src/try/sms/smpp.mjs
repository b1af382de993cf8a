// A short message centre of npm's smpp: keeps what is submitted, delivers what people send, reports.
import {createRequire} from 'node:module';
import {wait} from '../shared/trial.mjs';

const smpp = createRequire(process.env.TRY_NODE_MODULES + '/')('smpp');

export async function start() {
  const sent = [];
  let link;
  const server = smpp.createServer((session) => {
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu) => { session.send(pdu.response()); link = session; });
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu) => { session.send(pdu.response()); session.close(); });
    session.on('submit_sm', (pdu) => {
      const id = 'c' + (sent.length + 1);
      const header = pdu.short_message.udh?.[0];
      sent.push({id, to: pdu.destination_addr, text: String(pdu.short_message.message), part: header ? header[header.length - 1] : 1});
      session.send(pdu.response({message_id: id}));
    });
  });
  server.listen(Number(process.env.TRY_GATEWAY_PORT), '127.0.0.1');
  await wait(() => link, 'the platform binds');
  const deliver = (fields) => new Promise((done, fail) => link.deliver_sm({destination_addr: '10690012345', ...fields},
    (pdu) => (pdu.command_status === 0 ? done() : fail(new Error('status ' + pdu.command_status)))));
  return {
    sent,
    incoming: (from, text) => deliver({source_addr: from, data_coding: 8, short_message: text}),
    report: (message, good) => deliver({source_addr: message.to, esm_class: 4, short_message:
      `id:${message.id} sub:001 dlvrd:00${good ? 1 : 0} submit date:2611231000 done date:2611231001 stat:${good ? 'DELIVRD' : 'UNDELIV'} err:000 text:`}),
    stop: () => { link.close(); server.close(); },
  };
}
