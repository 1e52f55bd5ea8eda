/** What a file may cost at most (design §6). A reader that meets one of these stops at once. */
export const limits = {
  /** Bytes of the file as uploaded. */
  fileBytes: 64 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  /** Entries of the zip directory; a workbook has some dozens. */
  zipEntries: 2_000,
  /** Inflated bytes of all parts that are read, together. */
  inflatedBytes: 768 * 1024 * 1024,
  /** Inflated to packed, of parts above `ratioFrom` bytes; a very repetitive register stays under 60. */
  ratio: 150,
  ratioFrom: 8 * 1024 * 1024,
  /** Characters of all shared strings together. */
  sharedCharacters: 48 * 1024 * 1024,
  /** Characters of one cell: what Excel itself allows. */
  cellCharacters: 32_767,
  xmlDepth: 64,
  merges: 100_000,
  /** Heap of the child process in MiB, and its whole resident memory in bytes. */
  heapMegabytes: 384,
  residentBytes: 768 * 1024 * 1024,
  /** Seconds of processor time, where the system tells; 100,000 rows of 22 columns take 6. */
  cpuSeconds: 60,
  /** Seconds for which the child may keep its parent waiting, over the whole file; generous, since a busy machine is nobody's fault. */
  seconds: 300,
} as const;
