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

function locale() {
  return chosen === 'zh' ? 'zh-CN' : 'en-GB';
}

// The short name of a day of the week, 1 for Monday.
export function dayName(day) {
  // The first of January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale(), {
    weekday: 'short',
    timeZone: 'UTC',
  });
}

export function number(value, decimals) {
  return value.toLocaleString(locale(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
