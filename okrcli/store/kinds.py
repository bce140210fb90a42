"""What a document is, by its top-level key, and which of its keys are the user's own."""

from okrcli.store.compiled import Form

OWN = "x-"
DOCUMENTS: dict[str, Form] = {
    "objectives": "okr_file",
    "organization": "organization",
    "kpis": "kpis",
}


def form_of(data: object) -> Form | None:
    """Tell what a document is; None where it is nothing known, or several things at once."""
    if not isinstance(data, dict):
        return None
    forms = [form for name, form in DOCUMENTS.items() if name in data]
    return forms[0] if len(forms) == 1 else None


def without_own_keys(data: object) -> object:
    """Leave out the keys that begin with `x-`, which are the user's own at every level."""
    if isinstance(data, dict):
        return {
            key: without_own_keys(item)
            for key, item in data.items()
            if not (isinstance(key, str) and key.startswith(OWN))
        }
    return [without_own_keys(item) for item in data] if isinstance(data, list) else data
