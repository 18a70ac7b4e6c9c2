// Makes a registered socket the reader's by the code that is printed on it.
import { LitElement, css, html, nothing } from 'lit';
import { settingsStyles } from '../device/settings-styles.js';
import { problemText, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { SettingsController } from '../settings.js';
import { field, fields } from '../ui/field.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';

const CODE = /([A-Z0-9]{10})[/ ,;]+([A-Za-z0-9_.:-]{1,48})/;
const LOOK_MILLIS = 250;

class Code extends LitElement {
  static properties = {
    code: { state: true },
    errors: { state: true },
    busy: { state: true },
    camera: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    settingsStyles,
    css`
      video {
        width: 100%;
        max-height: 50vh;
        margin-top: 12px;
        border-radius: var(--radius-small);
        background: #000;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.code = '';
    this.errors = {};
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <p class="soft">${t('add.code.about')}</p>
      ${field({
        name: 'code',
        label: t('add.code.label'),
        hint: t('add.code.hint'),
        value: this.code,
        maxlength: 200,
        errors: this.errors,
      })}
      ${this.camera
        ? html`<video autoplay muted playsinline .srcObject=${this.camera}></video>`
        : nothing}
      ${this.errors[''] ? html`<p class="error" role="alert">${this.errors['']}</p>` : nothing}
      <p class="done">
        <button class="primary" ?disabled=${this.busy}>${t('add.code.submit')}</button>
        ${'BarcodeDetector' in globalThis && !this.camera
          ? html`<button type="button" @click=${this.#scan}>${t('add.code.scan')}</button>`
          : nothing}
      </p>
    </form>`;
  }

  #scan = async () => {
    try {
      this.camera = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
      });
      await this.updateComplete;
      const detector = new globalThis.BarcodeDetector({ formats: ['qr_code'] });
      while (this.camera) {
        const [found] = await detector.detect(this.renderRoot.querySelector('video'));
        if (found && CODE.test(found.rawValue)) {
          this.code = found.rawValue;
          this.#stop();
        }
        await new Promise((done) => setTimeout(done, LOOK_MILLIS));
      }
    } catch {
      this.#stop();
      this.errors = { '': t('add.code.scanFailed') };
    }
  };

  #stop() {
    this.camera?.getTracks().forEach((track) => track.stop());
    this.camera = undefined;
  }

  #submit = async (event) => {
    event.preventDefault();
    this.code = event.target.elements.code.value;
    const [, productId, name] = this.code.match(CODE) ?? [];
    this.errors = name ? {} : { code: t('add.code.wrong') };
    if (!name) {
      return;
    }
    this.busy = true;
    try {
      await api.bind({ productId, name });
      location.hash = socketHref({ productId, name });
    } catch (problem) {
      this.errors =
        problem.code === 'not-found'
          ? { code: t('add.code.unknown') }
          : { '': problemText(problem) };
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-code', Code);
