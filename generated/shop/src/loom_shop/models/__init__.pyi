"""Generated from the OpenAPI document; do not edit."""

from .cardpayment import CardPayment as CardPayment
from .cardpayment import CardPaymentMethod as CardPaymentMethod
from .cardpayment import CardPaymentTypedDict as CardPaymentTypedDict
from .category import Category as Category
from .category import CategoryTypedDict as CategoryTypedDict
from .createproductop import CreateProductRequest as CreateProductRequest
from .createproductop import (
    CreateProductRequestTypedDict as CreateProductRequestTypedDict,
)
from .currency import Currency as Currency
from .customer import Customer as Customer
from .customer import CustomerTypedDict as CustomerTypedDict
from .deleteproductop import DeleteProductRequest as DeleteProductRequest
from .deleteproductop import (
    DeleteProductRequestTypedDict as DeleteProductRequestTypedDict,
)
from .downloadpictureop import DownloadPictureRequest as DownloadPictureRequest
from .downloadpictureop import (
    DownloadPictureRequestTypedDict as DownloadPictureRequestTypedDict,
)
from .failure import Failure as Failure
from .failure import FailureTypedDict as FailureTypedDict
from .findcustomersop import FindCustomersRequest as FindCustomersRequest
from .findcustomersop import (
    FindCustomersRequestTypedDict as FindCustomersRequestTypedDict,
)
from .findcustomersop import FindCustomersResponse as FindCustomersResponse
from .findcustomersop import FindCustomersResponseBody as FindCustomersResponseBody
from .findcustomersop import (
    FindCustomersResponseBodyTypedDict as FindCustomersResponseBodyTypedDict,
)
from .findcustomersop import (
    FindCustomersResponseTypedDict as FindCustomersResponseTypedDict,
)
from .getorderop import GetOrderRequest as GetOrderRequest
from .getorderop import GetOrderRequestTypedDict as GetOrderRequestTypedDict
from .getproductop import GetProductRequest as GetProductRequest
from .getproductop import GetProductRequestTypedDict as GetProductRequestTypedDict
from .getreportop import Format as Format
from .getreportop import GetReportRequest as GetReportRequest
from .getreportop import GetReportRequestTypedDict as GetReportRequestTypedDict
from .invoicepayment import InvoicePayment as InvoicePayment
from .invoicepayment import InvoicePaymentMethod as InvoicePaymentMethod
from .invoicepayment import InvoicePaymentTypedDict as InvoicePaymentTypedDict
from .line import Line as Line
from .line import LineTypedDict as LineTypedDict
from .listorderlinesop import ListOrderLinesRequest as ListOrderLinesRequest
from .listorderlinesop import (
    ListOrderLinesRequestTypedDict as ListOrderLinesRequestTypedDict,
)
from .listorderlinesop import ListOrderLinesResponse as ListOrderLinesResponse
from .listorderlinesop import ListOrderLinesResponseBody as ListOrderLinesResponseBody
from .listorderlinesop import (
    ListOrderLinesResponseBodyTypedDict as ListOrderLinesResponseBodyTypedDict,
)
from .listorderlinesop import (
    ListOrderLinesResponseTypedDict as ListOrderLinesResponseTypedDict,
)
from .listordersop import ListOrdersRequest as ListOrdersRequest
from .listordersop import ListOrdersRequestTypedDict as ListOrdersRequestTypedDict
from .listordersop import ListOrdersResponse as ListOrdersResponse
from .listordersop import ListOrdersResponseBody as ListOrdersResponseBody
from .listordersop import (
    ListOrdersResponseBodyTypedDict as ListOrdersResponseBodyTypedDict,
)
from .listordersop import ListOrdersResponseTypedDict as ListOrdersResponseTypedDict
from .listproductsop import ListProductsRequest as ListProductsRequest
from .listproductsop import ListProductsRequestTypedDict as ListProductsRequestTypedDict
from .listproductsop import ListProductsResponse as ListProductsResponse
from .listproductsop import ListProductsResponseBody as ListProductsResponseBody
from .listproductsop import (
    ListProductsResponseBodyTypedDict as ListProductsResponseBodyTypedDict,
)
from .listproductsop import (
    ListProductsResponseTypedDict as ListProductsResponseTypedDict,
)
from .listproductsop import Price as Price
from .listproductsop import PriceTypedDict as PriceTypedDict
from .listproductsop import Sort as Sort
from .money import Money as Money
from .money import MoneyTypedDict as MoneyTypedDict
from .order import History as History
from .order import HistoryTypedDict as HistoryTypedDict
from .order import Order as Order
from .order import OrderTypedDict as OrderTypedDict
from .orderrequest import OrderRequest as OrderRequest
from .orderrequest import OrderRequestTypedDict as OrderRequestTypedDict
from .ordershipped import OrderShipped as OrderShipped
from .ordershipped import OrderShippedTypedDict as OrderShippedTypedDict
from .orderstate import OrderState as OrderState
from .payment import Payment as Payment
from .payment import PaymentTypedDict as PaymentTypedDict
from .payment import UnknownPayment as UnknownPayment
from .picture import Picture as Picture
from .picture import PictureTypedDict as PictureTypedDict
from .picturedetails import PictureDetails as PictureDetails
from .picturedetails import PictureDetailsTypedDict as PictureDetailsTypedDict
from .placeorderop import PlaceOrderResponse as PlaceOrderResponse
from .placeorderop import PlaceOrderResponseTypedDict as PlaceOrderResponseTypedDict
from .placeorderop import Reason as Reason
from .product import Attributes as Attributes
from .product import AttributesTypedDict as AttributesTypedDict
from .product import Colour as Colour
from .product import ProductInput as ProductInput
from .product import ProductInputTypedDict as ProductInputTypedDict
from .product import ProductOutput as ProductOutput
from .product import ProductOutputTypedDict as ProductOutputTypedDict
from .productexistsop import ProductExistsRequest as ProductExistsRequest
from .productexistsop import (
    ProductExistsRequestTypedDict as ProductExistsRequestTypedDict,
)
from .quotepriceop import QuotePriceRequest as QuotePriceRequest
from .quotepriceop import QuotePriceRequestTypedDict as QuotePriceRequestTypedDict
from .quotepriceop import QuotePriceResponse as QuotePriceResponse
from .quotepriceop import QuotePriceResponseTypedDict as QuotePriceResponseTypedDict
from .registercustomerop import RegisterCustomerRequest as RegisterCustomerRequest
from .registercustomerop import (
    RegisterCustomerRequestTypedDict as RegisterCustomerRequestTypedDict,
)
from .registercustomerop import RegisterCustomerSecurity as RegisterCustomerSecurity
from .registercustomerop import (
    RegisterCustomerSecurityTypedDict as RegisterCustomerSecurityTypedDict,
)
from .replacepictureop import ReplacePictureRequest as ReplacePictureRequest
from .replacepictureop import (
    ReplacePictureRequestTypedDict as ReplacePictureRequestTypedDict,
)
from .replaceproductop import ReplaceProductRequest as ReplaceProductRequest
from .replaceproductop import (
    ReplaceProductRequestTypedDict as ReplaceProductRequestTypedDict,
)
from .replaceproductop import ReplaceProductResponse as ReplaceProductResponse
from .replaceproductop import (
    ReplaceProductResponseTypedDict as ReplaceProductResponseTypedDict,
)
from .review import Review as Review
from .review import ReviewTypedDict as ReviewTypedDict
from .schemeadminlogin import SchemeAdminLogin as SchemeAdminLogin
from .schemeadminlogin import SchemeAdminLoginTypedDict as SchemeAdminLoginTypedDict
from .schemeclientlogin import SchemeClientLogin as SchemeClientLogin
from .schemeclientlogin import SchemeClientLoginTypedDict as SchemeClientLoginTypedDict
from .security import Security as Security
from .security import SecurityTypedDict as SecurityTypedDict
from .setnoteop import SetNoteRequest as SetNoteRequest
from .setnoteop import SetNoteRequestTypedDict as SetNoteRequestTypedDict
from .setnoteop import SetNoteSecurity as SetNoteSecurity
from .setnoteop import SetNoteSecurityTypedDict as SetNoteSecurityTypedDict
from .uploadpictureop import File as File
from .uploadpictureop import FileTypedDict as FileTypedDict
from .uploadpictureop import More as More
from .uploadpictureop import MoreTypedDict as MoreTypedDict
from .uploadpictureop import UploadPictureRequest as UploadPictureRequest
from .uploadpictureop import UploadPictureRequestBody as UploadPictureRequestBody
from .uploadpictureop import (
    UploadPictureRequestBodyTypedDict as UploadPictureRequestBodyTypedDict,
)
from .uploadpictureop import (
    UploadPictureRequestTypedDict as UploadPictureRequestTypedDict,
)
