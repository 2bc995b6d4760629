// Follows news.recalls as any stranger can, takes down what was called back, and acknowledges it on
// news.acknowledgements. Put your own work into takeDown(); what it throws is tried again.
//
//   npm install
//   KAFKA_USER=… KAFKA_PASSWORD=… node acknowledger.mjs --name evening-paper [--brokers host:port] [--registry URL] [--recalls news.recalls]
//     [--acknowledgements news.acknowledgements] [--group NAME] [--max N] [--seconds N]
//
// --name is the name in your subscriber file. Ends after --max recalls or --seconds seconds; without either it runs until Ctrl-C.

import { parseArgs } from 'node:util';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { decompress } from 'fzstd';
import kafkajs from 'kafkajs';

const { values: options } = parseArgs({
  options: {
    name: { type: 'string' },
    brokers: { type: 'string', default: '127.0.0.1:9092' },
    registry: { type: 'string', default: 'http://127.0.0.1:8085/apis/ccompat/v7' },
    recalls: { type: 'string', default: 'news.recalls' },
    acknowledgements: { type: 'string', default: 'news.acknowledgements' },
    group: { type: 'string' },
    max: { type: 'string' },
    seconds: { type: 'string' },
  },
});
if (!options.name) {
  console.error('--name is needed: the name in your subscriber file');
  process.exit(2);
}

// kafkajs brings gzip only, and our batches are compressed with zstd.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
  decompress: async (bytes) => Buffer.from(decompress(bytes)),
  compress: async () => { throw new Error('what this client writes is not compressed'); },
});

const max = Number(options.max ?? Infinity);
const registry = new SchemaRegistry({ host: options.registry });
const kafka = new kafkajs.Kafka({
  clientId: 'acknowledger',
  brokers: options.brokers.split(','),
  logLevel: kafkajs.logLevel.ERROR,
  sasl: process.env.KAFKA_USER && {
    mechanism: 'scram-sha-512',
    username: process.env.KAFKA_USER,
    password: process.env.KAFKA_PASSWORD ?? '',
  },
});
// The group remembers how far you are: what was called back while you were away comes when you are back.
const consumer = kafka.consumer({ groupId: options.group ?? `acknowledger-${options.name}` });
const producer = kafka.producer();

// The same recall may come twice, so this must do no harm the second time.
async function takeDown(recall) {
  const versions = recall.versions.map(({ version, since }) => ({ version, since: since == null ? undefined : new Date(since).toISOString() }));
  console.log(JSON.stringify({ ...recall, versions, issuedAt: new Date(recall.issuedAt).toISOString() }));
}

async function acknowledge(recall, schema) {
  const value = await registry.encode(schema, {
    recallId: recall.id,
    guid: recall.guid,
    subscriber: options.name,
    time: Date.now(),
    note: null,
  });
  await producer.send({ topic: options.acknowledgements, acks: -1, messages: [{ key: recall.guid, value }] });
}

let done = 0;
let finish;
const finished = new Promise((resolve) => { finish = resolve; });
process.once('SIGINT', finish);
process.once('SIGTERM', finish);
if (options.seconds) setTimeout(finish, Number(options.seconds) * 1000).unref();

const schema = await registry.getLatestSchemaId(`${options.acknowledgements}-value`);
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topic: options.recalls, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    if (done >= max || message.value === null) return; // a null value is Kafka's tombstone
    const recall = await registry.decode(message.value);
    await takeDown(recall);
    await acknowledge(recall, schema);
    if (++done >= max) finish();
  },
});
await finished;
await consumer.disconnect();
await producer.disconnect();
process.exit(0);
