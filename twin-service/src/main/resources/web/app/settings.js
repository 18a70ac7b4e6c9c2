// Language and theme: the browser's until somebody chooses, then remembered.
export const THEMES = ['system', 'light', 'dark'];
export const LANGUAGES = ['en', 'zh'];

const changes = new EventTarget();

export const settings = {
  language: remembered('language', LANGUAGES) ?? browserLanguage(),
  theme: remembered('theme', THEMES) ?? 'system',
};

export function choose(change) {
  Object.assign(settings, change);
  for (const [key, value] of Object.entries(change)) {
    try {
      localStorage.setItem(`sockettwin.${key}`, value);
    } catch {
      // Storage is off or full: the choice holds until the page is left.
    }
  }
  show();
  changes.dispatchEvent(new Event('change'));
}

// Draws an element again when a setting changes.
export class SettingsController {
  #redraw;

  constructor(host) {
    this.#redraw = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    changes.addEventListener('change', this.#redraw);
  }

  hostDisconnected() {
    changes.removeEventListener('change', this.#redraw);
  }
}

function remembered(key, allowed) {
  try {
    const value = localStorage.getItem(`sockettwin.${key}`);
    return allowed.includes(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// The first of the browser's languages that there is.
function browserLanguage() {
  const spoken = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return spoken.find((language) => LANGUAGES.includes(language)) ?? 'en';
}

function show() {
  const root = document.documentElement;
  root.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
  if (settings.theme === 'system') {
    root.removeAttribute('data-theme');
  } else {
    root.dataset.theme = settings.theme;
  }
}

show();
