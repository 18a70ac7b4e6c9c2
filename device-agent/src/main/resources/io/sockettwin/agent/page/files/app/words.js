// Words and numbers in the language of the reader.
import en from './words/en.js';
import zh from './words/zh.js';

const TEXTS = { en, zh };
const listeners = [];
let chosen = localStorage.language in TEXTS ? localStorage.language : preferred();

function preferred() {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function language() {
  return chosen;
}

export function setLanguage(next) {
  if (next !== preferred() || localStorage.language) {
    localStorage.language = next;
  }
  chosen = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  listeners.forEach((listener) => listener());
}

export function onWordsChanged(listener) {
  listeners.push(listener);
}

export function has(key) {
  return key in TEXTS[chosen];
}

// The text of this key, with {name} replaced.
export function t(key, values = {}) {
  const text = TEXTS[chosen][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function number(value, decimals) {
  return value.toLocaleString(chosen === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
