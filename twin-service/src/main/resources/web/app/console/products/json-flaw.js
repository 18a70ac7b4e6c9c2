// Where a text stops being JSON, and why: browsers say it in English, and each otherwise.

const SPACE = /\s*/y;
const TOKEN = /[{}[\],:]|"(?:[^"\\\n]|\\.)*"|"[^\n]*|[^\s{}[\],:"]+/y;
const WORD = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/;
const CLOSING = { '{': '}', '[': ']' };
const MOST_SHOWN = 24;

// { kind, at, token }; undefined if the text is the JSON of an object.
export function flawOf(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? undefined : flaw('object', 0, '');
  } catch {
    return search(text) ?? flaw('early', text.length, '');
  }
}

function search(text) {
  const open = [];
  let wanted = 'value';
  for (const { token, at } of tokens(text)) {
    const around = open.at(-1);
    const kind = wrongKind(token, wanted, around);
    if (kind) {
      return flaw(kind, at, token);
    }
    if (token === CLOSING[around]) {
      open.pop();
    } else if (token in CLOSING) {
      open.push(token);
    }
    wanted = next(token, wanted, open.at(-1));
  }
  return open.length > 0 || wanted === 'value' ? flaw('early', text.length, '') : undefined;
}

// What is wrong with this token here; undefined if it fits.
function wrongKind(token, wanted, around) {
  const closes = token === '}' || token === ']';
  if (closes && wanted !== 'nothing' && token !== CLOSING[around]) {
    return 'bracket';
  }
  switch (wanted) {
    case 'value':
    case 'first value':
      return closes ? emptied(wanted === 'value') : wrongValue(token);
    case 'name':
    case 'first name':
      return closes ? emptied(wanted === 'name') : token.startsWith('"') ? wrongValue(token) : 'name';
    case 'colon':
      return token === ':' ? undefined : 'colon';
    case 'comma':
      return token === ',' || closes ? undefined : 'comma';
    default:
      return 'end';
  }
}

// After a comma something has to follow.
const emptied = (afterComma) => (afterComma ? 'trailing' : undefined);

function wrongValue(token) {
  if (token.startsWith('"')) {
    return isText(token) ? undefined : 'text';
  }
  return token in CLOSING || WORD.test(token) ? undefined : token === ',' || token === ':' ? 'value' : 'word';
}

function isText(token) {
  try {
    JSON.parse(token);
    return true;
  } catch {
    return false;
  }
}

function next(token, wanted, around) {
  switch (token) {
    case '{':
      return 'first name';
    case '[':
      return 'first value';
    case ':':
      return 'value';
    case ',':
      return around === '{' ? 'name' : 'value';
    default:
      return wanted.endsWith('name') && token.startsWith('"') ? 'colon' : around ? 'comma' : 'nothing';
  }
}

function* tokens(text) {
  for (let at = 0; ; ) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)[0].length;
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      return;
    }
    yield { token: match[0], at };
    at += match[0].length;
  }
}

function flaw(kind, at, token) {
  const shown = token.length > MOST_SHOWN ? `${token.slice(0, MOST_SHOWN)}…` : token;
  return { kind, at, token: shown };
}
