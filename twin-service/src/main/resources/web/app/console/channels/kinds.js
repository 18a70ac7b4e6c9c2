// What each kind of channel wants to know. Settings are shown, secrets are only written.
export const KINDS = ['web-push', 'webhook', 'mail', 'wecom', 'dingtalk', 'feishu', 'wechat'];

const server = { key: 'server', optional: true, type: 'url', server: true };
const pattern = (text) => new RegExp(`^(?:${text})$`);

export const SPECS = {
  'web-push': {
    settings: [{ key: 'contact', pattern: pattern('mailto:[^@\\s]+@[^@\\s]+|https://\\S+') }],
    secrets: [],
  },
  webhook: {
    settings: [{ key: 'url', type: 'url', pattern: pattern('https?://\\S+') }],
    secrets: [
      { key: 'secret', pattern: pattern('whsec_[A-Za-z0-9+/]{32,86}={0,2}'), drawn: true },
      { key: 'authorization', optional: true, pattern: pattern('[ -~]{1,500}') },
    ],
  },
  mail: { settings: [], secrets: [], readers: 'mail' },
  wecom: { settings: [server], secrets: [{ key: 'key' }] },
  dingtalk: { settings: [server], secrets: [{ key: 'accessToken' }, { key: 'secret' }] },
  feishu: {
    settings: [server],
    secrets: [{ key: 'hook', pattern: pattern('[A-Za-z0-9_-]{1,200}') }, { key: 'secret' }],
  },
  wechat: {
    settings: [
      { key: 'appId' },
      { key: 'templateId' },
      { key: 'link', optional: true, type: 'url' },
      { key: 'zone', optional: true, zone: true },
      { key: 'fields', contents: true },
      server,
    ],
    secrets: [{ key: 'appSecret' }],
    readers: 'wechat',
  },
};

// With what the fields of a WeChat template can be filled.
export const CONTENTS = ['title', 'text', 'time', 'device', 'severity'];

// A group chat reads one language; where there is a list, each reader has its own, and a browser brings its.
export const hasLanguage = (kind) => ['wecom', 'dingtalk', 'feishu'].includes(kind);

// What is copied from the provider's page is mostly the whole address.
const COPIED = {
  key: /[?&]key=([^&]+)/,
  accessToken: /[?&]access_token=([^&]+)/,
  hook: /\/hook\/([A-Za-z0-9_-]+)/,
};

export function pasted(key, text) {
  return COPIED[key]?.exec(text)?.[1] ?? text;
}

const SECRET_BYTES = 32;

// A secret as Standard Webhooks has it.
export function drawnSecret() {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
