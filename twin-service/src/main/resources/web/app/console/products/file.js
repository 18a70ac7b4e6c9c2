// A template file as the vendor's console exports it: in UTF-8 or GB 18030.
export async function textOfFile(file) {
  const bytes = await file.arrayBuffer();
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  return pretty(text);
}

// With each thing on a line of its own, so that a line says where something is.
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
