// Data of `isBlockedCode`: short on purpose. Words are matched whole, roots anywhere; hyphens do not count. A root that
// sits inside an honest word (манда in мандарин, бля in рубля, педик in педикюр) belongs to the words.

/** Words that would let a code pose as the shop, its staff or a path of the service. */
export const RESERVED_WORDS = `
  account admin administrator api assets auth billing bot console docs health help helpdesk login logout metrics
  moderator null official openapi operator owner password payment payout refund register root sarafan security settings
  signin signup staff static superuser support system sysadmin undefined webhook www
  админ администратор менеджер модератор оператор официальный пароль поддержка помощь саппорт сарафан система служба
  сотрудник
`;

export const OBSCENE_WORDS = `
  ass cock cum dick dildo ebal ebat fag fck fckyou fuk fuq hui huy khui khuy nazi pedik rape sex slut suka twat wank
  wanker xui xuy xxx yebat
  бля ебал ебать ебет ебу еби жид манда минет негр педик секс срать ссать сука суки хач хер целка чмо
`;

export const OBSCENE_ROOTS = `
  asshole bastard bdsm bitch blowjob cunt faggot fuck hitler kkk motherf nigga nigger penis porn pussy shit vagina whore
  blyad blyat bliad bliat eblan gandon gondon govno mudak mudil pidar pidor pizd shluh zalup zhop
  блят бляд выеб гандон гитлер говн гондон долбоеб дроч ебан еблан ебуч жоп залуп заеб мудак мудил наеб ниггер охуел
  охуен пидар пидор пизд порно уебок хуев хует хуи хуй хую хуя шлюх
`;
