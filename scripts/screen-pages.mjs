// Every page with its address in the demo shop; `npm run screens` takes them, and a test fails when a page of the console is not here.

/** `shop` is the ready line of the demo server: url and keys. */
export async function pagesOf(shop) {
  const ask = async (path) => {
    const answer = await fetch(`${shop.url}${path}`, { headers: { authorization: `Bearer ${shop.secretKey}` } });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const [customer] = (await ask('/v1/customers?limit=1')).items;
  return [
    { name: 'console/sign-in', url: '/console/#/sign-in', isVisitor: true, devices: ['desktop', 'phone'] },
    { name: 'console/home', url: '/console/#/', devices: ['desktop', 'phone'] },
    { name: 'console/programs', url: '/console/#/programs' },
    { name: 'console/people', url: '/console/#/people' },
    { name: 'console/person', url: `/console/#/people/${customer.id}` },
    { name: 'console/queues', url: '/console/#/queues' },
    { name: 'console/settings', url: '/console/#/settings' },
  ];
}
