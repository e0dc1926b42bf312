/**
 * A file's name for the Content-Disposition header (RFC 6266): whole in `filename*` after RFC 8187, and in `filename` what is left of it
 * in ASCII, for programs that know no better.
 */
export function contentDisposition(name: string): string {
  const clean = name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_')
  const ascii = clean.replace(/[^ -~]+/g, '').replace(/%/g, '_')
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
