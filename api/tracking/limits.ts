/** What a program may tell at most. They are what its client library holds itself to. */
export const limits = {
  name: 500,
  key: 250,
  paramValue: 6_000,
  tagValue: 8_000,
  experimentTagValue: 5_000,
  batchMetrics: 1_000,
  batchParams: 100,
  batchTags: 100,
  batchItems: 1_000,
  page: 50_000,
  /** Of a data set's source, schema and profile. */
  datasetText: 1_000_000,
  /** Of one file, in bytes. */
  file: 2 ** 30,
} as const;
