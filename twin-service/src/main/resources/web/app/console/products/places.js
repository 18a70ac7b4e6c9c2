// Where in a JSON text something stands: offsets by path, as properties[0].define.max.

const TOKEN = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+)/gy;

// As far as the text is JSON.
export function placesOf(text) {
  const places = new Map();
  const open = [];
  let path = '';
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, token] = match;
    const at = TOKEN.lastIndex - token.length;
    const top = open.at(-1);
    if (top?.keyNext && token.startsWith('"')) {
      path = top.path ? `${top.path}.${nameOf(token)}` : nameOf(token);
      places.set(path, at);
      top.keyNext = false;
    } else if (token === '{' || token === '[') {
      note(places, top, path, at);
      const own = top?.list ? `${top.path}[${top.index}]` : path;
      open.push({ path: own, list: token === '[', index: 0, keyNext: token === '{' });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ',' && top) {
      top.index += 1;
      top.keyNext = !top.list;
    } else if (token !== ':') {
      note(places, top, path, at);
    }
  }
  return places;
}

function note(places, top, path, at) {
  if (top?.list) {
    places.set(`${top.path}[${top.index}]`, at);
  } else if (!places.has(path)) {
    places.set(path, at);
  }
}

function nameOf(token) {
  try {
    return JSON.parse(token);
  } catch {
    return token;
  }
}

// The place of a path, or of the nearest thing around it.
export function placeOf(places, path) {
  for (let it = path; it; it = it.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    if (places.has(it)) {
      return places.get(it);
    }
  }
  return 0;
}

export const lineOf = (text, offset) => text.slice(0, offset).split('\n').length;

// What the service says of a text that is no JSON ends so.
function statedLine(message) {
  const stated = /line (\d+)/.exec(message ?? '');
  return stated ? Number(stated[1]) : undefined;
}

// What the service found wrong in a template: the line and the words of the first, and all by path.
export function wrongOf(text, flaws) {
  const found = flaws.map(({ field, message }) => ({ path: field.replace(/^template\.?/, ''), message }));
  const [{ path, message }] = found;
  const line = statedLine(path ? undefined : message) ?? lineOf(text, placeOf(placesOf(text), path));
  return {
    line,
    message: path ? `${path}: ${message}` : message,
    errors: Object.fromEntries(found.map((flaw) => [flaw.path, flaw.message])),
  };
}
