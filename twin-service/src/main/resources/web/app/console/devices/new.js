// A device to be registered; its secret is shown once.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { choice } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { textInput } from '../parts/inputs.js';
import { failure, loading } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { credentials } from './credentials.js';
import { tagsOf, wrongName, wrongTags } from './fields.js';

const wrongs = ({ name, tags }) => ({ ...wrongName(name), ...wrongTags(tags) });

class DeviceNew extends LitElement {
  static properties = { products: { state: true }, made: { state: true } };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      form,
      st-shown-once {
        max-width: 640px;
        margin-bottom: 16px;
      }
    `,
  ];

  #form = new Form(this, wrongs);
  // A device whose answer got lost is not made twice.
  #key = crypto.randomUUID();

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#form.run(async () => {
      this.products = await api.products();
      this.#form.begin({ productId: this.products[0]?.id, name: '', tags: '', note: '' });
    });
  }

  render() {
    const { problem, draft, busy } = this.#form;
    return html`<a class="back" href=${href('console', 'devices')}>${icons.back}${t('devices.all')}</a>
      <div class="head"><h1>${this.made?.name ?? t('devices.create')}</h1></div>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${this.made ? this.#done() : draft ? this.#fields() : busy ? loading() : nothing}`;
  }

  #done() {
    const { productId, name } = this.made;
    return html`${credentials(this.made)}
      <a class="button" href=${href('console', 'devices', productId, name)}>${t('devices.open')}</a>`;
  }

  #fields() {
    const { draft, errors, set, busy } = this.#form;
    const text = (name, options) =>
      field({
        name,
        label: t(`devices.field.${name}`),
        hint: t(`devices.field.${name}.hint`),
        errors,
        control: textInput(draft[name], (value) => set({ [name]: value }), options),
      });
    return html`<form class="card form" novalidate @submit=${this.#register}>
      ${field({
        name: 'productId',
        label: t('parts.product'),
        errors,
        control: choice(
          draft.productId,
          this.products.map(({ id, name }) => ({ value: id, label: localized(name, id) })),
          (productId) => set({ productId }),
        ),
      })}
      ${text('name', { maxlength: 48 })} ${text('tags')} ${text('note', { maxlength: 2_000 })}
      <button class="primary" ?disabled=${busy}>${t('devices.register')}</button>
    </form>`;
  }

  #register = async (event) => {
    event.preventDefault();
    const saved = await this.#form.save(async () => {
      const { productId, name, tags, note } = this.#form.draft;
      const draft = { productId, name: name.trim(), tags: tagsOf(tags), note };
      this.made = await api.register(draft, this.#key);
    });
    if (!saved && this.#form.problem?.status > 0) {
      this.#key = crypto.randomUUID();
    }
  };
}

customElements.define('st-device-new', DeviceNew);
