import assert from "node:assert/strict";
import { test } from "node:test";
import { breaks, raised } from "./breaking.mjs";

const NAME = { type: "string", maxLength: 200 };
const STATUS = { type: "string", enum: ["OPEN", "CLOSED"] };
const NOTE = { anyOf: [{ $ref: "#/components/schemas/Note" }, { type: "null" }] };

function contract(version = "1.0.0") {
  return {
    info: { version },
    security: [{ bearer: [] }],
    components: {
      schemas: {
        Note: { type: "object", properties: { text: { ...NAME }, answers: { type: "array", items: { $ref: "#/components/schemas/Note" } } } },
        Edit: { type: "object", properties: { name: { ...NAME }, status: { ...STATUS } } },
        View: { type: "object", required: ["name"], properties: { name: { ...NAME }, size: { type: "integer" }, note: structuredClone(NOTE) } },
      },
    },
    paths: {
      "/a/{id}": {
        patch: {
          parameters: [{ in: "query", name: "q", schema: { ...NAME } }],
          requestBody: { content: { json: { schema: { $ref: "#/components/schemas/Edit" } } } },
          responses: { 200: { headers: { ETag: {} }, content: { json: { schema: { $ref: "#/components/schemas/View" } } } } },
        },
      },
      "/b": { get: { security: [], responses: { 204: {} } } },
    },
  };
}

const edit = (d) => d.components.schemas.Edit;
const view = (d) => d.components.schemas.View;
const patch = (d) => d.paths["/a/{id}"].patch;

const cases = [
  ["a path removed", (d) => delete d.paths["/b"], /\/b: the path is gone/],
  ["an operation removed", (d) => delete d.paths["/a/{id}"].patch, /operation is gone/],
  ["a parameter removed", (d) => patch(d).parameters.pop(), /parameter q is gone/],
  ["a required parameter added", (d) => patch(d).parameters.push({ in: "header", name: "If-Match", required: true }), /If-Match is required/],
  ["a request field removed", (d) => delete edit(d).properties.name, /no longer taken/],
  ["a required request field added", (d) => { edit(d).required = ["why"]; edit(d).properties.why = NAME; }, /\.why: the new field is required/],
  ["a request field made required", (d) => { edit(d).required = ["name"]; }, /became required/],
  ["a request enum narrowed", (d) => { edit(d).properties.status.enum = ["OPEN"]; }, /CLOSED is no longer taken/],
  ["a request limit lowered", (d) => { edit(d).properties.name.maxLength = 20; }, /maxLength fell to 20/],
  ["a response field removed", (d) => delete view(d).properties.size, /\.size: the field is gone/],
  ["a nested response field removed", (d) => delete d.components.schemas.Note.properties.text, /\.note \.text: the field is gone/],
  ["a response field made optional", (d) => { view(d).required = []; }, /may be absent/],
  ["a response field made nullable", (d) => { view(d).properties.name.type = ["string", "null"]; }, /type changed/],
  ["a response type changed", (d) => { view(d).properties.size.type = "string"; }, /from integer to string/],
  ["a response header removed", (d) => delete patch(d).responses[200].headers.ETag, /header ETag is gone/],
  ["an answer removed", (d) => delete patch(d).responses[200], /answer 200 is gone/],
  ["an open operation closed", (d) => delete d.paths["/b"].get.security, /signing in/],
  ["another media type", (d) => { patch(d).requestBody.content = { xml: {} }; }, /json is gone/],
];
for (const [name, change, expected] of cases)
  test(`${name} breaks`, () => {
    const after = contract();
    change(after);
    assert.match(breaks(contract(), after).join("\n"), expected);
  });

test("growing breaks nobody", () => {
  const after = contract();
  after.paths["/c"] = { get: { responses: { 200: {} } } };
  after.paths["/a/{code}"] = after.paths["/a/{id}"];
  delete after.paths["/a/{id}"];
  const schemas = after.components.schemas;
  schemas.Edit.properties.why = NAME;
  schemas.Edit.properties.status.enum = ["OPEN", "CLOSED", "LATE"];
  schemas.Edit.properties.name.maxLength = 400;
  schemas.View.properties.more = NAME;
  schemas.View.required.push("more");
  after.paths["/a/{code}"].patch.parameters.push({ in: "query", name: "sort", schema: NAME });
  assert.deepEqual(breaks(contract(), after), []);
});

test("the same document breaks nobody", () => assert.deepEqual(breaks(contract(), contract()), []));

test("a raised major announces a break, before 1.0.0 a raised minor", () => {
  const from = (a, b) => raised(contract(a), contract(b));
  assert.deepEqual(
    [from("1.4.0", "2.0.0"), from("0.4.2", "0.5.0"), from("0.4.2", "1.0.0"), from("1.4.0", "1.5.0"), from("0.4.2", "0.4.3"), from("2.0.0", "1.9.0")],
    [true, true, true, false, false, false],
  );
});
