import type { KeySource, SecurityScheme } from "./scheme.js";

/** A key sent as it is in a header. */
export function headerKey({ name, ...source }: KeySource): SecurityScheme {
  const header = name.toLowerCase();
  return { ...source, put: ({ headers }, secret) => (headers[header] = secret) };
}

/** A key sent as a parameter of the query. */
export function queryKey({ name, ...source }: KeySource): SecurityScheme {
  return {
    ...source,
    query: name,
    put(places, secret) {
      const sent = encodeURIComponent(secret);
      places.query += `${places.query && "&"}${encodeURIComponent(name)}=${sent}`;
      return sent;
    },
  };
}

/** A key sent as a cookie, beside those that are there. */
export function cookieKey({ name, ...source }: KeySource): SecurityScheme {
  return {
    ...source,
    put({ headers }, secret) {
      const sent = encodeURIComponent(secret);
      const others = headers["cookie"] ? `${headers["cookie"]}; ` : "";
      headers["cookie"] = `${others}${encodeURIComponent(name)}=${sent}`;
      return sent;
    },
  };
}
