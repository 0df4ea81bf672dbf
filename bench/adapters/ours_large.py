"""The SDK that sdkloom makes of a document with 3,000 schemas, driven as its original is."""

from .orq import Orq


class OursLarge(Orq):
    """Import, first answer and first call of a large SDK."""

    name, generator = "sdkloom, 3,000 models", "sdkloom"
    model_stmt = "from orq_ai_sdk.models import RetrieveDatasetResponseBody"

    def big_type(self):
        from orq_ai_sdk.models import ListDatasetsResponseBody

        return ListDatasetsResponseBody


ADAPTER = OursLarge()
