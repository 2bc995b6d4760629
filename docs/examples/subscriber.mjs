// Subscribes to news.enriched as any stranger can, with public libraries and nothing of ours, and prints one
// JSON object a line: what the article is, whom and what it names, which dates it speaks of.
//
//   npm install
//   KAFKA_USER=… KAFKA_PASSWORD=… node subscriber.mjs [--brokers host:port] [--registry URL] [--topic news.enriched] [--group NAME] [--max N] [--seconds N]
//
// Ends after --max articles or --seconds seconds; without either it runs until Ctrl-C.

import { parseArgs } from 'node:util';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { decompress } from 'fzstd';
import kafkajs from 'kafkajs';

const { values: options } = parseArgs({
  options: {
    brokers: { type: 'string', default: '127.0.0.1:9092' },
    registry: { type: 'string', default: 'http://127.0.0.1:8085/apis/ccompat/v7' },
    topic: { type: 'string', default: 'news.enriched' },
    group: { type: 'string', default: `subscriber-${process.pid}` },
    max: { type: 'string' },
    seconds: { type: 'string' },
  },
});

// kafkajs brings gzip only, and our batches are compressed with zstd.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
  decompress: async (bytes) => Buffer.from(decompress(bytes)),
  compress: async () => { throw new Error('this client only reads'); },
});

const max = Number(options.max ?? Infinity);
const registry = new SchemaRegistry({ host: options.registry });
const kafka = new kafkajs.Kafka({
  clientId: 'subscriber',
  brokers: options.brokers.split(','),
  logLevel: kafkajs.logLevel.ERROR,
  sasl: process.env.KAFKA_USER && {
    mechanism: 'scram-sha-512',
    username: process.env.KAFKA_USER,
    password: process.env.KAFKA_PASSWORD ?? '',
  },
});
const consumer = kafka.consumer({ groupId: options.group });

// Times are milliseconds since 1970 in UTC; text without a value is null and left out of what is printed.
const time = (millis) => (millis == null ? undefined : new Date(millis).toISOString());
const present = (value) => value ?? undefined;

const row = (key, { article, text, language, dct, entities, timexes }) => ({
  guid: article.guid,
  key,
  version: article.version,
  pubStatus: article.pubStatus,
  signal: present(article.signal),
  urgency: present(article.urgency),
  headline: present(article.headline),
  versionCreated: time(article.versionCreated),
  language: present(language),
  dct: present(dct)?.value,
  textLength: text.length,
  entities: entities.map(({ id, name, type, salience, mentions }) => ({
    id,
    name,
    type,
    salience,
    // Offsets are UTF-16, begin inclusive and end exclusive: JavaScript's own, so slice() takes them as they are.
    surfaces: mentions.map(({ begin, end }) => text.slice(begin, end)),
  })),
  timexes: timexes.map(({ begin, end, type, value, from, to }) => ({
    surface: text.slice(begin, end),
    type,
    value: present(value),
    from: present(from),
    to: present(to),
  })),
});

let printed = 0;
let finish;
const finished = new Promise((resolve) => { finish = resolve; });
process.once('SIGINT', finish);
process.once('SIGTERM', finish);
if (options.seconds) setTimeout(finish, Number(options.seconds) * 1000).unref();

await consumer.connect();
await consumer.subscribe({ topic: options.topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    if (printed >= max || message.value === null) return; // a null value is Kafka's tombstone
    const enriched = await registry.decode(message.value);
    console.log(JSON.stringify(row(message.key?.toString(), enriched)));
    if (++printed >= max) finish();
  },
});
await finished;
await consumer.disconnect();
process.exit(0);
