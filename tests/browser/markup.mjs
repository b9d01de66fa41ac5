// The tags of a page of brede's own making: quoted attributes, no raw text but scripts.

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export function decode(text) {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name) => {
    if (name[0] !== "#") {
      return ENTITIES[name] ?? whole;
    }
    const hexadecimal = name[1].toLowerCase() === "x";
    return String.fromCodePoint(parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10));
  });
}

/** Every start tag as `{ name, attributes, after }`, where `after` is the text up to the next tag. */
export function tags(html) {
  const bare = html.replace(/<!--[^]*?-->/g, "").replace(/(<script\b[^>]*>)[^]*?(<\/script>)/gi, "$1$2");
  const found = [];
  for (const match of bare.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>([^<]*)/g)) {
    const attributes = {};
    for (const [, key, double, single, plain] of match[2].matchAll(/([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g)) {
      attributes[key.toLowerCase()] = decode(double ?? single ?? plain ?? "");
    }
    found.push({ name: match[1].toLowerCase(), attributes, after: decode(match[3]) });
  }
  return found;
}
