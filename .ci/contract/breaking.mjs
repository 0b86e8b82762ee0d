// Would a client written against the old document break on the new one?
//   node breaking.mjs old.yaml new.yaml
// A break passes only when info.version says so: its major number is raised (while it is 0.y.z, the y).
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** @returns {string[]} one sentence for every break */
export function breaks(before, after) {
  const found = new Set();
  const seen = new Map();
  const say = (where, what) => found.add(`${where}: ${what}`);
  const was = (node) => resolve(before, node);
  const is = (node) => resolve(after, node);

  const oldPaths = byShape(before.paths);
  const newPaths = byShape(after.paths);
  for (const [shape, { path, item }] of oldPaths) {
    const now = newPaths.get(shape)?.item;
    if (!now) {
      say(path, "the path is gone");
      continue;
    }
    for (const method of METHODS.filter((m) => item[m])) {
      const where = `${method.toUpperCase()} ${path}`;
      if (now[method]) operation(where, item, item[method], now, now[method]);
      else say(where, "the operation is gone");
    }
  }
  return [...found];

  function operation(where, oldItem, oldOp, newItem, newOp) {
    parameters(where, parametersOf(was, oldItem, oldOp), parametersOf(is, newItem, newOp));
    body(where, was(oldOp.requestBody), is(newOp.requestBody));
    if (open(before, oldOp) && !open(after, newOp)) say(where, "it needs signing in now");
    for (const [status, answer] of Object.entries(oldOp.responses ?? {})) {
      const now = is(newOp.responses?.[status]);
      if (now) response(`${where} ${status}`, was(answer), now);
      else if (status.startsWith("2")) say(where, `the answer ${status} is gone`);
    }
  }

  function parameters(where, old, now) {
    for (const [key, parameter] of old) {
      const next = now.get(key);
      if (!next) say(where, `the parameter ${parameter.name} is gone`);
      else {
        if (next.required && !parameter.required) say(where, `the parameter ${parameter.name} became required`);
        schema(`${where} ?${parameter.name}`, parameter.schema, next.schema, "request");
      }
    }
    for (const [key, parameter] of now)
      if (parameter.required && !old.has(key)) say(where, `the new parameter ${parameter.name} is required`);
  }

  function body(where, old, now) {
    if (now?.required && !old?.required) say(where, "a body became required");
    if (old && !now) say(where, "the body is no longer taken");
    else if (old) content(`${where} body`, old.content, now.content, "request");
  }

  function response(where, old, now) {
    content(where, old.content, now.content, "response");
    for (const name of Object.keys(old.headers ?? {}))
      if (!now.headers?.[name]) say(where, `the header ${name} is gone`);
  }

  function content(where, old = {}, now = {}, side) {
    for (const [type, media] of Object.entries(old))
      if (now[type]) schema(where, media.schema, now[type].schema, side);
      else say(where, `${type} is gone`);
  }

  function schema(where, oldNode, newNode, side) {
    const old = flat(was, oldNode);
    const now = flat(is, newNode);
    if (!old || !now) return;
    // a schema that contains itself is compared once on each side
    const key = `${oldNode?.$ref} ${newNode?.$ref} ${side}`;
    if (oldNode?.$ref && seen.has(key)) return;
    if (oldNode?.$ref) seen.set(key, true);

    const oldTypes = old.types;
    const newTypes = now.types;
    const lost = side === "request" ? missing(oldTypes, newTypes) : missing(newTypes, oldTypes);
    if (oldTypes.length && newTypes.length ? lost.length : side === "request" ? newTypes.length : oldTypes.length)
      say(where, `the type changed from ${oldTypes.join("|") || "any"} to ${newTypes.join("|") || "any"}`);
    if (old.format !== now.format && (side === "response" || now.format))
      say(where, `the format changed from ${old.format ?? "none"} to ${now.format ?? "none"}`);
    if (side === "request") narrowed(where, old, now);
    if (old.variants.length || now.variants.length) variants(where, old.variants, now.variants, side);
    fields(where, old, now, side);
    if (old.items && now.items) schema(`${where}[]`, old.items, now.items, side);
    if (old.values && now.values) schema(`${where}{}`, old.values, now.values, side);
  }

  function narrowed(where, old, now) {
    if (now.enum) {
      if (!old.enum) say(where, "only listed values are taken now");
      for (const value of missing(old.enum ?? [], now.enum)) say(where, `the value ${value} is no longer taken`);
    }
    for (const limit of ["maxLength", "maxItems", "maximum", "maxProperties"])
      if (now[limit] !== undefined && now[limit] < (old[limit] ?? Infinity)) say(where, `${limit} fell to ${now[limit]}`);
    for (const limit of ["minLength", "minItems", "minimum", "minProperties"])
      if (now[limit] !== undefined && now[limit] > (old[limit] ?? (limit === "minimum" ? -Infinity : 0)))
        say(where, `${limit} rose to ${now[limit]}`);
    if (now.pattern && now.pattern !== old.pattern) say(where, `the pattern is now ${now.pattern}`);
  }

  function variants(where, old, now, side) {
    const names = (list) => list.map((variant, i) => variant.$ref?.split("/").pop() ?? `variant ${i + 1}`);
    const lost = side === "request" ? missing(names(old), names(now)) : missing(names(now), names(old));
    for (const name of lost) say(where, `${name} is ${side === "request" ? "no longer taken" : "a new kind of answer"}`);
    names(old).forEach((name, i) => {
      const j = names(now).indexOf(name);
      if (j >= 0) schema(`${where}<${name}>`, old[i], now[j], side);
    });
  }

  function fields(where, old, now, side) {
    for (const [name, field] of Object.entries(old.fields)) {
      const at = `${where} .${name}`;
      if (!now.fields[name]) {
        say(at, side === "request" ? "the field is no longer taken" : "the field is gone");
        continue;
      }
      if (side === "response" && old.required.has(name) && !now.required.has(name)) say(at, "it may be absent now");
      if (side === "request" && now.required.has(name) && !old.required.has(name)) say(at, "it became required");
      schema(at, field, now.fields[name], side);
    }
    for (const name of now.required)
      if (side === "request" && !old.fields[name]) say(`${where} .${name}`, "the new field is required");
  }
}

/** Is the break announced? */
export function raised(before, after) {
  const [oldMajor, oldMinor] = String(before.info.version).split(".").map(Number);
  const [newMajor, newMinor] = String(after.info.version).split(".").map(Number);
  return newMajor > oldMajor || (newMajor === 0 && oldMajor === 0 && newMinor > oldMinor);
}

function resolve(document, node) {
  for (let depth = 0; node?.$ref && depth < 20; depth++)
    node = node.$ref
      .replace(/^#\//, "")
      .split("/")
      .reduce((at, key) => at?.[decodeURIComponent(key).replace(/~1/g, "/").replace(/~0/g, "~")], document);
  return node;
}

/** One schema with its allOf folded in, null as one of its types, and real alternatives apart. */
function flat(resolved, node) {
  const own = resolved(node);
  if (!own || typeof own !== "object") return undefined;
  const result = { ...own, types: [own.type ?? []].flat(), fields: { ...own.properties }, variants: [] };
  result.required = new Set(own.required);
  result.values = typeof own.additionalProperties === "object" ? own.additionalProperties : undefined;
  const fold = (part) => {
    const folded = flat(resolved, part);
    if (!folded) return;
    for (const key of Object.keys(folded)) result[key] ??= folded[key];
    result.types = [...new Set([...result.types, ...folded.types])];
    Object.assign(result.fields, folded.fields);
    folded.required.forEach((name) => result.required.add(name));
    result.variants.push(...folded.variants);
  };
  (own.allOf ?? []).forEach(fold);
  const choices = [...(own.anyOf ?? []), ...(own.oneOf ?? [])];
  const real = choices.filter((choice) => choice.type !== "null");
  if (real.length === 1) fold(real[0]);
  else result.variants.push(...real);
  if (real.length < choices.length) result.types.push("null");
  return result;
}

/** The name of a path parameter does not matter to a caller. */
function byShape(paths = {}) {
  return new Map(Object.entries(paths).map(([path, item]) => [path.replace(/\{[^}]*\}/g, "{}"), { path, item }]));
}

function parametersOf(resolved, item, operation) {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
  return new Map(all.filter((p) => p.in !== "path").map((p) => [`${p.in} ${p.name.toLowerCase()}`, p]));
}

function open(document, operation) {
  const needs = operation.security ?? document.security ?? [];
  return needs.length === 0 || needs.some((need) => Object.keys(need).length === 0);
}

function missing(from, within) {
  // every integer is a number
  return from.filter((x) => !within.includes(x) && !(x === "integer" && within.includes("number")));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [before, after] = process.argv.slice(2).map((file) => parse(readFileSync(file, "utf8")));
  const found = breaks(before, after);
  for (const line of found) console.log(`  ${line}`);
  if (found.length === 0) console.log("no client breaks");
  else if (raised(before, after)) console.log(`${found.length} breaks, announced by version ${after.info.version}`);
  else {
    console.log(`${found.length} breaks, but the version went only from ${before.info.version} to ${after.info.version}.`);
    console.log("Keep the old form beside the new one; or, to accept the breaks, raise info.version");
    console.log("(1.4.0 -> 2.0.0; before 1.0.0: 0.4.2 -> 0.5.0) and tell the clients.");
    process.exitCode = 1;
  }
}
