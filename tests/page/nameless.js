// Controls and pictures without a name, ids that stand twice, links inside links.
const name = (one) => (one.getAttribute('aria-label') || one.textContent || one.getAttribute('title') || document.querySelector(`label[for="${one.id}"]`)?.textContent || one.closest('label')?.textContent || '').trim();
const faults = [...document.querySelectorAll('a, button, input, select, [role=button]')].filter((one) => one.checkVisibility() && !name(one)).map((one) => one.outerHTML.slice(0, 90));
for (const one of document.querySelectorAll('svg')) {
  if (one.getAttribute('aria-hidden') !== 'true' && !(one.getAttribute('role') && one.getAttribute('aria-label'))) faults.push(one.outerHTML.slice(0, 90));
}
const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
faults.push(...ids.filter((one, at) => ids.indexOf(one) !== at).map((one) => `id twice: ${one}`));
for (const one of document.querySelectorAll('[aria-labelledby]')) if (!document.getElementById(one.getAttribute('aria-labelledby'))) faults.push(one.outerHTML.slice(0, 90));
for (const one of document.querySelectorAll('a a, a button, button a, button button, [role=img] a')) faults.push(`nested: ${one.outerHTML.slice(0, 90)}`);
return faults;
