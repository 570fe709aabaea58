/** An OpenAPI document whose error body carries these codes; `extra` goes into `components/schemas`. */
export function api(version: string, codes: readonly string[], extra = ""): string {
  return `openapi: 3.1.0
info: { title: Machines, version: ${version} }
paths:
  /v1/machines/{id}:
    get:
      responses:
        "200": { description: the machine }
        "404": { $ref: "#/components/responses/Error" }
        "409": { $ref: "#/components/responses/Error" }
components:
  responses:
    Error:
      description: an error
      content:
        application/json:
          schema: { $ref: "#/components/schemas/ErrorResponse" }
  schemas:
    ErrorResponse:
      type: object
      required: [error, code]
      properties:
        error: { type: string }
        code: { $ref: "#/components/schemas/ErrorCode" }
    ErrorCode:
      type: string
      enum: [${codes.join(", ")}]
${extra}`;
}
