/** What one import may cost. Every limit is told to the user with its number when it is passed. */
export const limits = {
  /** A workbook of 300 000 rows and a dozen columns has about 30 MB. */
  fileBytesMax: 64 * 1024 * 1024,
  filesMax: 20,
  sheetsMax: 100,
  rowsMax: 300_000,
  columnsMax: 500,
  /** Of one part of the archive, inflated: a deflate bomb grows a thousandfold, a worksheet about tenfold. */
  partBytesMax: 768 * 1024 * 1024,
  sharedStringsBytesMax: 160 * 1024 * 1024,
  archiveEntriesMax: 5_000,
  rowCharactersMax: 1024 * 1024,
  mergesMax: 100_000,
} as const
