// The flow as it is drawn: what comes in, what is filtered, what goes out. context: see condition.js,
// and { products, channels, isNew, pickProduct }
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { label } from '../../template.js';
import { field } from '../../ui/field.js';
import { choice, segments, tick } from '../parts/choices.js';
import { durationInput } from '../parts/durations.js';
import { SEVERITIES } from '../parts/severity.js';
import '../parts/device-input.js';
import { conditions } from './condition.js';
import { eventOf } from './draft.js';
import { begun, kindsFor } from './kinds.js';
import { bilingual, wording } from './wording.js';
import { escalation, settings, told, wrongOf } from './outputs.js';

export function columns(context) {
  return html`<div class="flow">
    <section class="column" aria-labelledby="column-input">
      <h2 id="column-input"><b>1</b>${t('flows.column.input')}</h2>
      <div class="card form">${input(context)}</div>
      <div class="card form">${scope(context)}</div>
    </section>
    <section class="column wide" aria-labelledby="column-filter">
      <h2 id="column-filter"><b>2</b>${t('flows.column.filter')}</h2>
      <div class="card form">${filter(context)}</div>
      <div class="card form">${ending(context)}</div>
    </section>
    <section class="column outputs" aria-labelledby="column-outputs">
      <h2 id="column-outputs"><b>3</b>${t('flows.column.outputs')}</h2>
      <div class="card form">${alarm(context)}</div>
      <div class="card form">${told(context)}</div>
      <div class="card form">${escalation(context)}</div>
      <div class="card form">${settings(context)}</div>
    </section>
  </div>`;
}

function input(context) {
  const { draft, products, template } = context;
  const kind = eventOf(draft) === undefined ? draft.input : 'event';
  const pick = (chosen) =>
    context.restart(chosen === 'event' ? { event: template.events[0]?.id ?? '' } : chosen);
  return html`
    ${field({
      name: 'productId',
      label: t('parts.product'),
      errors: context.errors,
      control: context.isNew
        ? choice(
            draft.productId,
            products.map(({ id, name }) => ({ value: id, label: localized(name, id) })),
            context.pickProduct,
          )
        : ({ id }) => html`<output id=${id}>${productName(products, draft.productId)}</output>`,
    })}
    ${segments({
      name: 'input',
      label: t('flows.input'),
      value: kind,
      options: ['data', 'event', 'status'].map((each) => ({ value: each, label: t(`flows.input.${each}`) })),
      pick,
    })}
    <p class="soft">${t(`flows.input.${kind}.hint`)}</p>
    ${kind === 'event'
      ? field({
          name: 'input.event',
          label: t('flows.event'),
          errors: context.errors,
          control: choice(
            eventOf(draft),
            template.events.map((event) => ({ value: event.id, label: eventLabel(event) })),
            (event) => context.restart({ event }),
          ),
        })
      : nothing}
  `;
}

export const productName = (products, id) =>
  localized(products.find((product) => product.id === id)?.name, id);

const eventLabel = (event) =>
  label(event) === event.id ? event.id : `${label(event)} (${event.id})`;

function scope({ draft, errors, set }) {
  const chosen = draft.scope?.devices ?? [];
  return html`
    ${segments({
      name: 'scope',
      label: t('flows.scope'),
      value: draft.scope ? 'some' : 'all',
      options: ['all', 'some'].map((each) => ({ value: each, label: t(`flows.scope.${each}`) })),
      pick: (each) => set(['scope'], each === 'all' ? undefined : { devices: [] }),
    })}
    ${draft.scope
      ? html`<st-device-input .label=${t('flows.scope.devices')} .productId=${draft.productId}
            .value=${chosen} .error=${wrongOf(errors, 'scope.devices')}
            @changed=${({ detail }) => set(['scope', 'devices'], detail)}></st-device-input>
          ${chosen.length === 0 ? html`<p class="soft">${t('flows.scope.none')}</p>` : nothing}`
      : nothing}
  `;
}

function filter(context) {
  const any = context.draft.filter !== undefined;
  return html`
    ${!any && eventOf(context.draft) !== undefined
      ? html`<p class="soft">${t('flows.filter.every')}</p>`
      : nothing}
    ${conditions(['filter'], context)}
  `;
}

function ending(context) {
  const { draft, template, set } = context;
  const { after, when } = draft.clear ?? {};
  const isEvent = eventOf(draft) !== undefined;
  const tidy = (clear) => set(['clear'], clear.after || clear.when ? clear : undefined);
  const compare = () => begun(kindsFor({ input: 'data' })[0], draft, template);
  return html`
    <h3>${t('flows.ending')}</h3>
    <p class="soft">${t(isEvent ? 'flows.ending.event' : 'flows.ending.state')}</p>
    ${field({
      name: 'clear.after',
      label: t(isEvent ? 'flows.ending.quiet' : 'flows.ending.after'),
      errors: context.errors,
      control: durationInput(after, (value) => tidy({ ...draft.clear, after: value })),
    })}
    ${tick({
      label: t('flows.ending.when'),
      checked: when !== undefined,
      pick: (on) => tidy({ ...draft.clear, when: on ? compare() : undefined }),
    })}
    ${when ? conditions(['clear', 'when'], context) : nothing}
  `;
}

function alarm(context) {
  return html`
    ${bilingual('name', 'flows.name', context, { maxlength: 64 })}
    ${segments({
      name: 'severity',
      label: t('flows.severity'),
      value: context.draft.severity,
      options: SEVERITIES.map((each) => ({ value: each, label: t(`severity.${each}`) })),
      pick: (severity) => context.set(['severity'], severity),
    })}
    ${wording(context)}
  `;
}
