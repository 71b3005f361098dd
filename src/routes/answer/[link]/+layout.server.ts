export const load = ({ locals: { locale, theme } }) => ({ locale, theme });
