/** The rows of every table. */
// biome-ignore lint/suspicious/noEmptyInterface: the tables are being written
export interface Database {}
