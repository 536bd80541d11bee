/** The service's id of a request, under the names that services use for it. */
export function requestId(headers: Headers): string | undefined {
  return (
    headers.get("x-request-id") ?? headers.get("request-id") ?? headers.get("x-correlation-id") ?? undefined
  );
}
