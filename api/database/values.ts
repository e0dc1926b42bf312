/** How both databases turn a value's text into JavaScript, by type OID (pg_type.h). Everything else stays as the driver has it. */
const number = (text: string) => Number(text)

export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: number, // bigint: counts and versions, far below 2^53
  1700: number, // numeric
  1082: (text) => text, // date: a day has no time zone
  1114: (text) => new Date(`${text}Z`).toISOString(), // timestamp
  1184: (text) => new Date(text).toISOString(), // timestamptz
}
