/** Whether an answer has no body whatever the document says (RFC 9110, sections 6.4.1 and 15.3.6). */
export function isBodiless(method: string, status: number): boolean {
  return method === "HEAD" || status < 200 || [204, 205, 304].includes(status);
}
