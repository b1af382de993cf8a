// The gateway side of sms-core in a process of its own, told what to do by lines.
import {spawn} from 'node:child_process';
import readline from 'node:readline';
import path from 'node:path';
import {wait} from '../shared/trial.mjs';

const {TRY_GATEWAY_LIB, TRY_GATEWAY_PORT, TRY_EDITION, JAVA_HOME} = process.env;
const here = path.dirname(new URL(import.meta.url).pathname);

export async function start() {
  const sent = [];
  const seen = {up: 0, down: 0, kept: [], ready: false};
  const child = spawn(JAVA_HOME ? JAVA_HOME + '/bin/java' : 'java', ['-cp', TRY_GATEWAY_LIB + '/*', here + '/../cmpp/Gateway.java',
    TRY_GATEWAY_PORT, TRY_EDITION === '3.0' ? '48' : '32'], {stdio: ['pipe', 'pipe', 'ignore']});
  readline.createInterface({input: child.stdout}).on('line', (line) => {
    const words = line.split(' ');
    if (words[0] === 'sent') {
      const ids = words[1].split(',');
      sent.push({id: ids[0], ids, to: words[2], from: words[3], part: 1, text: Buffer.from(words[4], 'base64').toString('utf8')});
    } else if (words[0] === 'kept') seen.kept.push(words[1]);
    else if (words[0] === 'ready') seen.ready = true;
    else if (words[0] === 'up' || words[0] === 'down') seen[words[0]]++;
  });
  const say = (line) => child.stdin.write(line + '\n');
  await wait(() => seen.up, 'the platform connects');
  return {
    sent, seen, say,
    incoming: async (from, text) => {
      const before = seen.kept.length;
      say(`in ${from} ${Buffer.from(text, 'utf8').toString('base64')}`);
      await wait(() => seen.kept.length > before, 'the answer to what a person sent');
      if (seen.kept.at(-1) !== '0') throw new Error('answered ' + seen.kept.at(-1));
    },
    report: (message, good) => message.ids.forEach((id) => say(`report ${id} ${message.to} ${good ? 'DELIVRD' : 'UNDELIV'}`)),
    stop: () => child.stdin.end(),
  };
}
