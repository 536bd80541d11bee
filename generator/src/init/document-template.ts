/** The first document: small, but with one of each thing that people ask about first. */
export function documentTemplate(): string {
  return `openapi: 3.1.1
info:
  title: Parcels
  version: 1.0.0
  description: Follows parcels on their way.
servers:
  - url: https://api.parcels.example
security:
  - apiKey: []
paths:
  /v1/parcels:
    get:
      operationId: listParcels
      summary: List parcels
      description: Newest first.
      parameters:
        - name: filter[state]
          in: query
          description: Only parcels in this state.
          schema: { $ref: "#/components/schemas/ParcelState" }
        - name: page[cursor]
          in: query
          description: The cursor of the page before.
          schema: { type: string }
        - name: page[limit]
          in: query
          description: Most parcels in one page.
          schema: { type: integer, minimum: 1, maximum: 100, default: 20 }
      # What the generator cannot know by itself is said in x-clientwright- fields: here, how to get the next page.
      # EXTENSIONS.md of @clientwright/generator describes them all.
      x-clientwright-pagination:
        style: cursor
        items: $response.body#/data
        cursor: $request.query.page[cursor]
        limit: $request.query.page[limit]
        next: $response.body#/next
        end: no-cursor
      responses:
        "200":
          description: One page of parcels.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: { type: array, items: { $ref: "#/components/schemas/Parcel" } }
                  next: { type: string, description: "The cursor of the next page, if there is one." }
        default: { $ref: "#/components/responses/Problem" }
    post:
      operationId: createParcel
      summary: Announce a parcel
      requestBody:
        required: true
        description: What is sent, and where to.
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Parcel" }
            example: { to: "Musterweg 1, 12345 Berlin", sent_at: "2026-01-05T09:30:00.250Z" }
      responses:
        "201":
          description: The parcel, with its id.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
        "422": { $ref: "#/components/responses/Problem" }
        default: { $ref: "#/components/responses/Problem" }
  /v1/parcels/{id}:
    get:
      operationId: getParcel
      summary: Get one parcel
      parameters:
        - name: id
          in: path
          required: true
          description: Id of the parcel.
          schema: { type: string, examples: [p-1] }
      responses:
        "200":
          description: The parcel.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
        "404": { $ref: "#/components/responses/Problem" }
        default: { $ref: "#/components/responses/Problem" }
components:
  securitySchemes:
    apiKey:
      type: apiKey
      in: header
      name: X-Api-Key
      description: Key of your account.
      # The client takes it from its option apiKey, or from this environment variable.
      x-clientwright-env: PARCELS_API_KEY
  responses:
    Problem:
      description: What went wrong.
      content:
        application/problem+json:
          schema: { $ref: "#/components/schemas/Problem" }
  schemas:
    ParcelState:
      type: string
      enum: [announced, on_the_way, delivered]
      description: How far the parcel has come.
    Parcel:
      type: object
      required: [to]
      properties:
        id: { type: string, readOnly: true, description: Given by the service. }
        to: { type: string, description: Address of the receiver. }
        sent_at: { type: string, format: date-time, description: When it was handed in. }
        state: { $ref: "#/components/schemas/ParcelState", readOnly: true }
    Problem:
      type: object
      description: A problem (RFC 9457).
      properties:
        title: { type: string, description: What kind of problem it is. }
        detail: { type: string, description: What happened this time. }
`;
}
